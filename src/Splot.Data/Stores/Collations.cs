using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Splot.Data;

/// <summary>
/// The collations <c>pl</c>, <c>bg</c> and <c>en</c>, which exist under the same names on both engines: on SQLite they are set on
/// every connection, on PostgreSQL the migrator creates them from ICU. Strings that a collation finds equal are ordered by their
/// code points, as PostgreSQL's deterministic collations do, so that lists come in the same order on both. Columns without a
/// collation (codes, ids) are compared by code points on both: SQLite does so, and on PostgreSQL the migrator gives them "C",
/// whatever the database's own default is.
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
                return order != 0 ? order : CompareCodePoints(left, right);
            });
        }
    }

    /// <summary>
    /// Order by code points, which is that of UTF-8 bytes and so of columns without a collation on both engines. Comparing strings
    /// ordinally is not the same: it puts the surrogates of an emoji before U+E000 to U+FFFF.
    /// </summary>
    public static int CompareCodePoints(string left, string right)
    {
        var length = Math.Min(left.Length, right.Length);
        for (var i = 0; i < length; i++)
        {
            if (left[i] != right[i])
            {
                return Weight(left[i]) - Weight(right[i]);
            }
        }

        return left.Length - right.Length;
    }

    private static int Weight(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;
}
