using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Territory;
using Splot.Data;
using Splot.Territory.LookUp;
using Splot.Territory.Model;
using Splot.Territory.Store;
using Splot.Territory.Tables;

namespace Splot.Territory.ImportBoundaries;

/// <summary>Import of outlines.</summary>
/// <param name="Name">The file's name without folders.</param>
/// <param name="Bytes">GeoJSON.</param>
/// <param name="Country">ISO code of the country whose units the features draw; null where their codes tell.</param>
internal sealed record ImportBoundariesFile(string Name, ReadOnlyMemory<byte> Bytes, string? Country);

/// <summary>Expected outcomes.</summary>
internal abstract record ImportBoundariesOutcome
{
    /// <summary>Outlines were stored; features that draw no unit known here are listed by what they call themselves.</summary>
    public sealed record Imported(int Units, IReadOnlyList<string> Unknown) : ImportBoundariesOutcome;

    /// <summary>Nothing was changed.</summary>
    public sealed record Refused(string Problem) : ImportBoundariesOutcome;
}

internal sealed class ImportBoundariesHandler(MainStore store, ITerritory territory, CurrentEdition edition, TimeProvider clock)
{
    private const string LoadPrefix = "boundaries:";

    public async Task<ImportBoundariesOutcome> HandleAsync(ImportBoundariesFile command, CancellationToken cancellation)
    {
        try
        {
            var (shapes, unknown) = Assign(GeoJsonFile.Read(command.Bytes), command.Country);
            var rows = shapes.Select(s => Row(s.Key, Simplify.Shape(s.Value), command.Name)).ToList();
            await store.WriteAsync(session => WriteAsync(session, rows, command, cancellation), cancellation);
            await edition.RefreshAsync(cancellation);
            return new ImportBoundariesOutcome.Imported(rows.Count, unknown);
        }
        catch (BadTableException bad)
        {
            return new ImportBoundariesOutcome.Refused(bad.Message);
        }
    }

    private (SortedDictionary<string, GeoShape> Shapes, IReadOnlyList<string> Unknown) Assign(IReadOnlyList<GeoFeature> features, string? country)
    {
        var shapes = new SortedDictionary<string, GeoShape>(StringComparer.Ordinal);
        var unknown = new List<string>();
        foreach (var feature in features)
        {
            if (FeatureUnits.Find(territory, feature, country) is not { } unit)
            {
                unknown.Add(string.Join(", ", feature.Properties.Take(4).Select(p => p.Key + "=" + p.Value)));
            }
            else if (!shapes.TryAdd(unit.Code, feature.Shape))
            {
                throw new BadTableException(Text.UnitTwice(feature.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), unit.Code));
            }
        }

        return shapes.Count > 0 ? (shapes, unknown) : throw new BadTableException(Text.NothingKnown);
    }

    private BoundaryRow Row(string code, GeoShape shape, string source) => new()
    {
        Code = code,
        Geometry = GeoJsonFile.Write(shape),
        West = shape.West,
        South = shape.South,
        East = shape.East,
        North = shape.North,
        Points = shape.Points,
        Source = source,
        ImportedAt = clock.GetUtcNow().ToUnixTimeMilliseconds(),
    };

    private async Task WriteAsync(WriteSession session, IReadOnlyList<BoundaryRow> rows, ImportBoundariesFile command, CancellationToken cancellation)
    {
        await TerritoryWriter.BeginAsync(session, cancellation);
        var context = session.Context<TerritoryContext>();
        foreach (var codes in rows.Select(r => r.Code).Chunk(500))
        {
            await context.Boundaries.Where(b => codes.Contains(b.Code)).ExecuteDeleteAsync(cancellation);
        }

        context.Boundaries.AddRange(rows);
        var checksum = Convert.ToHexStringLower(SHA256.HashData(command.Bytes.Span));
        await TerritoryWriter.FinishAsync(session, LoadPrefix + command.Name, checksum, clock, cancellation);
    }
}
