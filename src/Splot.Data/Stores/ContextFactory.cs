using System.Data.Common;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Splot.Data;

/// <summary>Makes contexts on a given connection; a context needs one constructor that takes its options.</summary>
internal static class ContextFactory<TContext>
    where TContext : DbContext
{
    private static readonly Func<DbContextOptions<TContext>, TContext> New = Compile();

    public static TContext Create(Store store, DbConnection connection)
    {
        var builder = new DbContextOptionsBuilder<TContext>();
        builder.UseEngine(store.Target, connection);
        return New(builder.Options);
    }

    private static Func<DbContextOptions<TContext>, TContext> Compile()
    {
        var options = Expression.Parameter(typeof(DbContextOptions<TContext>));
        var constructor = typeof(TContext).GetConstructor([typeof(DbContextOptions<TContext>)])
            ?? throw new InvalidOperationException($"{typeof(TContext).Name} needs a constructor that takes its options.");
        return Expression.Lambda<Func<DbContextOptions<TContext>, TContext>>(Expression.New(constructor, options), options).Compile();
    }
}

/// <summary>Sets up a context for an engine.</summary>
public static class EngineOptions
{
    /// <summary>Uses <paramref name="connection"/> on the target's engine.</summary>
    public static DbContextOptionsBuilder UseEngine(this DbContextOptionsBuilder builder, StoreTarget target, DbConnection connection) =>
        target.Engine == Engine.Sqlite ? builder.UseSqlite(connection) : builder.UseNpgsql(connection);
}
