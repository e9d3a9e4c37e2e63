namespace Splot.Data;

/// <summary>
/// Fills a store with what the program ships, once its schema is up to date: called at the end of every <see cref="Migrator.MigrateAsync"/>,
/// in every process that starts. So it must find out quickly that nothing is to be done, and stand another process doing the same at once.
/// </summary>
public interface IStoreFiller
{
    /// <summary>The store that it fills.</summary>
    StoreRole Role { get; }

    /// <summary>Fills the store; throwing fails the migration.</summary>
    Task FillAsync(Store store, CancellationToken cancellation);
}
