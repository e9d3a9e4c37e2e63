using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Splot.Data;
using Splot.Territory.LookUp;
using Splot.Territory.Store;
using Splot.Territory.Tables;

namespace Splot.Territory.ImportTerritory;

/// <summary>Import of a file: units, relations, code lists, mappings or rates in our tables, or the Polish register TERC.</summary>
/// <param name="Name">The file's name without folders: the origin that its rows carry.</param>
/// <param name="Bytes">Its content.</param>
internal sealed record ImportTerritoryFile(string Name, byte[] Bytes);

/// <summary>Expected outcomes.</summary>
internal abstract record ImportTerritoryOutcome
{
    /// <summary>Everything was taken over.</summary>
    public sealed record Imported(long Version, int Rows, IReadOnlyList<string> Warnings) : ImportTerritoryOutcome;

    /// <summary>The same bytes were imported before.</summary>
    public sealed record Unchanged : ImportTerritoryOutcome;

    /// <summary>Nothing was changed.</summary>
    public sealed record Refused(string Problem) : ImportTerritoryOutcome;
}

internal sealed class ImportTerritoryHandler(MainStore store, CurrentEdition edition, TimeProvider clock)
{
    private const string LoadPrefix = "file:";

    public async Task<ImportTerritoryOutcome> HandleAsync(ImportTerritoryFile command, CancellationToken cancellation)
    {
        try
        {
            var text = FactTable.Decode(command.Bytes);
            var table = FactTable.Read(command.Name, text, text.Contains('\t') ? '\t' : ';');
            var checksum = Convert.ToHexStringLower(SHA256.HashData(command.Bytes));
            var outcome = await store.WriteAsync(session => WriteAsync(session, command.Name, table, checksum, cancellation), cancellation);
            await edition.RefreshAsync(cancellation);
            return outcome;
        }
        catch (BadTableException bad)
        {
            return new ImportTerritoryOutcome.Refused(bad.Message);
        }
    }

    private async Task<ImportTerritoryOutcome> WriteAsync(WriteSession session, string name, FactTable table, string checksum, CancellationToken cancellation)
    {
        await TerritoryWriter.BeginAsync(session, cancellation);
        if (await session.Context<TerritoryContext>().Loads.AnyAsync(l => l.Checksum == checksum && l.Name.StartsWith(LoadPrefix), cancellation))
        {
            return new ImportTerritoryOutcome.Unchanged();
        }

        var held = await TerritoryReader.ReadAsync(session, cancellation);
        var (change, warnings) = Plan(name, table, held);
        await TerritoryWriter.PutAsync(session, change, cancellation);
        var version = await TerritoryWriter.FinishAsync(session, LoadPrefix + name, checksum, clock, cancellation);
        return new ImportTerritoryOutcome.Imported(version, table.Rows.Count, warnings);
    }

    private static (TerritoryFacts Change, IReadOnlyList<string> Warnings) Plan(string name, FactTable table, TerritoryFacts held)
    {
        var change = new TerritoryFacts();
        IReadOnlyList<string> warnings = [];
        if (TercFile.Looks(table))
        {
            var plan = TercPlan.Make(TercFile.Read(table), held.Units, name);
            change.Units.AddRange(plan.Units);
            change.Relations.AddRange(plan.Relations);
            warnings = plan.Warnings;
        }
        else
        {
            change.Add(table, name);
        }

        if (change.Units.Count > 0)
        {
            var units = UnitPlan.Make(held.Units, change.Units, name);
            change.Units.Clear();
            change.Units.AddRange(units);
        }

        ReferencePlan.Check(change, held);
        return (change, warnings);
    }
}
