using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace Splot.Data;

/// <summary>An order in which a list is read part by part: by a value, and among equals by id. Texts are in the order of code points (ADR 12).</summary>
/// <typeparam name="T">A row.</typeparam>
public sealed class KeySetOrder<T>
{
    private static readonly MethodInfo Compare = typeof(string).GetMethod(nameof(string.Compare), [typeof(string), typeof(string)])!;

    private readonly LambdaExpression value;
    private readonly Expression<Func<T, string>> id;
    private readonly Func<T, KeySetPlace> place;

    private KeySetOrder(LambdaExpression value, Expression<Func<T, string>> id, bool descending, Func<T, KeySetPlace> place) =>
        (this.value, this.id, Descending, this.place) = (value, id, descending, place);

    /// <summary>Whether the greatest comes first.</summary>
    public bool Descending { get; }

    /// <summary>By a text.</summary>
    public static KeySetOrder<T> By(Expression<Func<T, string>> value, Expression<Func<T, string>> id, bool descending = false)
    {
        var (readValue, readId) = (value.Compile(), id.Compile());
        return new KeySetOrder<T>(value, id, descending, row => new KeySetPlace(readValue(row), null, readId(row)));
    }

    /// <summary>By a text in the order of a people's alphabet: pl, bg or en (ADR 12).</summary>
    public static KeySetOrder<T> ByLetters(Expression<Func<T, string>> value, Expression<Func<T, string>> id, string alphabet, bool descending = false)
    {
        var collate = Expression.Call(typeof(RelationalDbFunctionsExtensions), nameof(RelationalDbFunctionsExtensions.Collate), [typeof(string)], Expression.Constant(EF.Functions), value.Body, Expression.Constant(alphabet));
        var (readValue, readId) = (value.Compile(), id.Compile());
        return new KeySetOrder<T>(Expression.Lambda<Func<T, string>>(collate, value.Parameters), id, descending, row => new KeySetPlace(readValue(row), null, readId(row)));
    }

    /// <summary>By a number: an instant, a day, an amount.</summary>
    public static KeySetOrder<T> By(Expression<Func<T, long>> value, Expression<Func<T, string>> id, bool descending = false)
    {
        var (readValue, readId) = (value.Compile(), id.Compile());
        return new KeySetOrder<T>(value, id, descending, row => new KeySetPlace(null, readValue(row), readId(row)));
    }

    internal KeySetPlace PlaceOf(T row) => place(row);

    internal IQueryable<T> Sorted(IQueryable<T> rows) => value.ReturnType == typeof(long)
        ? Sorted(rows, (Expression<Func<T, long>>)value)
        : Sorted(rows, (Expression<Func<T, string>>)value);

    /// <summary>The rows after a place; all of them where the place belongs to another order.</summary>
    internal IQueryable<T> After(IQueryable<T> rows, KeySetPlace from)
    {
        Expression? known = value.ReturnType == typeof(long) ? (from.Number is { } number ? Held(number) : null) : (from.Text is { } text ? Held(text) : null);
        if (known is null)
        {
            return rows;
        }

        var row = value.Parameters[0];
        var rowId = new Swap(id.Parameters[0], row).Visit(id.Body);
        var beyond = Beyond(value.Body, known);
        var same = Expression.AndAlso(Expression.Equal(value.Body, known), Beyond(rowId, Held(from.Id)));
        return rows.Where(Expression.Lambda<Func<T, bool>>(Expression.OrElse(beyond, same), row));
    }

    private IQueryable<T> Sorted<TValue>(IQueryable<T> rows, Expression<Func<T, TValue>> by) =>
        Descending ? rows.OrderByDescending(by).ThenByDescending(id) : rows.OrderBy(by).ThenBy(id);

    private BinaryExpression Beyond(Expression left, Expression right)
    {
        var (a, b) = left.Type == typeof(string) ? (Expression.Call(Compare, left, right), Expression.Constant(0)) : (left, right);
        return Descending ? Expression.LessThan(a, b) : Expression.GreaterThan(a, b);
    }

    /// <summary>A value as a member of an object, so that it becomes a parameter of the statement and not a part of its text.</summary>
    private static MemberExpression Held<TValue>(TValue held) => Expression.Property(Expression.Constant(new Holder<TValue>(held)), nameof(Holder<>.Value));

    private sealed record Holder<TValue>(TValue Value);

    private sealed class Swap(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}

/// <summary>The last row of a part.</summary>
internal sealed record KeySetPlace(string? Text, long? Number, string Id);
