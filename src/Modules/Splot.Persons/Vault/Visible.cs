using System.Linq.Expressions;
using Splot.Persons.Model;
using Splot.Persons.Store;

namespace Splot.Persons.Vault;

/// <summary>The one place that says which records an asker may know of.</summary>
internal static class Visible
{
    /// <summary>Records that are not hidden from the account, erased ones among them.</summary>
    public static IQueryable<PersonRow> NotHidden(PersonsContext context, string? account) =>
        context.Persons.Where(p => !p.Restricted || context.NamedReaders.Any(r => r.PersonId == p.Id && r.AccountId == account));

    /// <summary>Records that were not erased and are not hidden from the account, whosever they are.</summary>
    public static IQueryable<PersonRow> Anywhere(PersonsContext context, string? account) => NotHidden(context, account).Where(p => p.ErasedAt == null);

    /// <summary>Of these, the ones within reach.</summary>
    public static IQueryable<PersonRow> To(PersonsContext context, Sight sight)
    {
        var anywhere = Anywhere(context, sight.Account);
        return sight.Reach.Everything ? anywhere : anywhere.Where(Within(context, sight));
    }

    /// <summary>What <see cref="Contracts.Access.Reach.Covers"/> says, for a query; and what was opened in an emergency, where that counts. Only what the reach names is asked for, so that indexes serve.</summary>
    private static Expression<Func<PersonRow, bool>> Within(PersonsContext context, Sight sight)
    {
        var (account, at) = (sight.Account, sight.EmergenciesAt);
        List<string> keepers = [.. sight.Reach.Keepers], units = [.. sight.Reach.Units], organisations = [.. sight.Reach.Organisations], operations = [.. sight.Reach.Operations];
        var ways = new List<Expression<Func<PersonRow, bool>>>();
        Add(keepers.Count > 0, p => p.KeeperId != null && keepers.Contains(p.KeeperId));
        Add(units.Count > 0, p => p.UnitId != null && units.Contains(p.UnitId));
        Add(organisations.Count > 0, p => organisations.Contains(p.OrganisationId));
        Add(operations.Count > 0, p => context.Operations.Where(o => operations.Contains(o.OperationId)).Select(o => o.PersonId).Contains(p.Id));
        Add(at is not null, p => !p.Restricted && context.Emergencies.Where(e => e.AccountId == account && e.BeginsAt <= at && e.EndsAt > at && e.EndedAt == null).Select(e => e.PersonId).Contains(p.Id));
        return ways.Count == 0 ? p => false : ways.Aggregate(Either);

        void Add(bool asked, Expression<Func<PersonRow, bool>> way)
        {
            if (asked)
            {
                ways.Add(way);
            }
        }
    }

    private static Expression<Func<PersonRow, bool>> Either(Expression<Func<PersonRow, bool>> one, Expression<Func<PersonRow, bool>> other)
    {
        var renamed = new Rename(other.Parameters[0], one.Parameters[0]).Visit(other.Body);
        return Expression.Lambda<Func<PersonRow, bool>>(Expression.OrElse(one.Body, renamed), one.Parameters);
    }

    private sealed class Rename(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
