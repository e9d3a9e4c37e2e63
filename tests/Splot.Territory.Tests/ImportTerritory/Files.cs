using System.Text;
using Splot.Territory.ImportTerritory;
using Splot.Testing;

namespace Splot.Territory.Tests.ImportTerritory;

/// <summary>Imports texts as files.</summary>
internal static class Files
{
    public const string UnitHeader = "kind\tcode\tparent\tfrom\tto\ttype\tlang\tnational\n";

    public const string TercHeader = "WOJ;POW;GMI;RODZ;NAZWA;NAZWA_DOD;STAN_NA\n";

    public static Task<ImportTerritoryOutcome> ImportAsync(this TestStore stores, string text, string name = "file.tsv") =>
        stores.ImportAsync(Encoding.UTF8.GetBytes(text), name);

    public static Task<ImportTerritoryOutcome> ImportAsync(this TestStore stores, byte[] bytes, string name = "file.tsv") =>
        stores.Get<ImportTerritoryHandler>().HandleAsync(new ImportTerritoryFile(name, bytes), CancellationToken.None);
}
