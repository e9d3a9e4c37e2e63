using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Splot.Data;

/// <summary>
/// The collations <c>pl</c>, <c>bg</c> and <c>en</c>, which exist under the same names on both engines: on SQLite they are set on
/// every connection, on PostgreSQL the migrator creates them from ICU. Strings that a collation finds equal are ordered by
/// their code points, as PostgreSQL's deterministic collations do, so that lists come in the same order on both.
/// </summary>
public static class Collations
{
    private static readonly (string Name, CompareInfo Rules)[] All =
    [
        ("pl", CultureInfo.GetCultureInfo("pl-PL").CompareInfo),
        ("bg", CultureInfo.GetCultureInfo("bg-BG").CompareInfo),
        ("en", CultureInfo.GetCultureInfo("en-GB").CompareInfo),
    ];

    /// <summary>Sets the collations on an open connection.</summary>
    public static void AddTo(SqliteConnection connection)
    {
        foreach (var (name, rules) in All)
        {
            connection.CreateCollation(name, rules, static (rules, left, right) =>
            {
                var order = rules.Compare(left, right, CompareOptions.None);
                return order != 0 ? order : string.CompareOrdinal(left, right);
            });
        }
    }
}
