using System.Text;
using Splot.Territory.ImportBoundaries;
using Splot.Territory.ImportTerritory;
using Splot.Territory.Tables;

namespace Splot.Territory.Tests.ImportTerritory;

/// <summary>Any bytes are either read or refused in words; nothing else is thrown. Seeded: a failure repeats.</summary>
public class FuzzTests
{
    private const int Rounds = 4_000;

    private static readonly byte[][] Tables =
    [
        Encoding.UTF8.GetBytes(Files.UnitHeader + "lau\tRSE27\tBG323\t2027-01-01\t\tobshtina\tbg\tРусе\nlau\tRSE99\tBG323\t\t2026-01-01\t\tbg\tНова\n"),
        Encoding.UTF8.GetBytes("relation\tpredecessor\tsuccessor\ton\tverified\tsource\nmerge\tRSE33\tRSE27\t2027-01-01\tyes\tx\n"),
        Encoding.UTF8.GetBytes("currency\tfrom\trate\tkind\tsource\nPLN\t2026-05-01\t4.2\tofficial\tx\n"),
        Encoding.UTF8.GetBytes("list\tcode\tfrom\ten\tvalue\tsource\nfund\tX\t2021-01-01\tFund\t1.5\tx\n"),
    ];

    private static readonly byte[] Register = Encoding.UTF8.GetBytes(Files.TercHeader + "06;18;;;tomaszowski;powiat;2027-01-01\n06;18;01;1;Tomaszów Lubelski;gmina miejska;2027-01-01\n06;18;02;4;X;miasto;2027-01-01\n");

    private static readonly byte[] Outlines = Encoding.UTF8.GetBytes(
        """{"type":"FeatureCollection","features":[{"id":7,"properties":{"code":"BG323","n":null},"geometry":{"type":"MultiPolygon","coordinates":[[[[25,43],[26,43],[26,44],[25,43]]]]}}]}""");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Table_WithAnyBytesChanged_IsReadOrRefused(int table) => Fuzz(Tables[table], bytes => new TerritoryFacts().Add(FactTable.Read("f", FactTable.Decode(bytes)), "f"));

    [Fact]
    public void Register_WithAnyBytesChanged_IsReadOrRefused() => Fuzz(Register, bytes =>
    {
        var table = FactTable.Read("f", FactTable.Decode(bytes), ';');
        if (TercFile.Looks(table))
        {
            TercPlan.Make(TercFile.Read(table), [], "f");
        }
    });

    [Fact]
    public void Outlines_WithAnyBytesChanged_AreReadOrRefused() => Fuzz(Outlines, bytes =>
    {
        foreach (var feature in GeoJsonFile.Read(bytes))
        {
            GeoJsonFile.Write(Simplify.Shape(feature.Shape));
        }
    });

    private static void Fuzz(byte[] good, Action<byte[]> read)
    {
        var random = new Random(20261122);
        var understood = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var bytes = Damage(good, random);
            try
            {
                read(bytes);
                understood++;
            }
            catch (BadTableException refused)
            {
                Assert.NotEmpty(refused.Message);
            }
        }

        // Both ways were walked.
        Assert.InRange(understood, 1, Rounds - 1);
    }

    private static byte[] Damage(byte[] good, Random random)
    {
        var bytes = good.ToList();
        for (var changes = random.Next(1, 5); changes > 0 && bytes.Count > 0; changes--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveAt(at);
                    break;
                case 2:
                    bytes.Insert(at, good[random.Next(good.Length)]);
                    break;
                default:
                    bytes.RemoveRange(at, Math.Min(random.Next(20), bytes.Count - at));
                    break;
            }
        }

        return [.. bytes];
    }
}
