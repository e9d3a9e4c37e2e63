namespace Splot.Ui;

/// <summary>A place to be laid on a lattice.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name, from which its letters are taken.</param>
/// <param name="Lat">Latitude of its centre.</param>
/// <param name="Lon">Longitude of its centre.</param>
public sealed record TilePlace(string Code, string Name, decimal Lat, decimal Lon);

/// <summary>
/// Lays places on a lattice about where they lie, one square each: the squares are given out so that all together move as little as possible
/// (the assignment problem, solved exactly). Neighbours on the lattice are near each other, but need not share a border.
/// </summary>
public static class TileLayout
{
    /// <summary>More places than this are no map that anybody reads.</summary>
    public const int Most = 64;

    private const int MostColumns = 8;

    /// <summary>The lattice for between two and <see cref="Most"/> places; null for fewer or more.</summary>
    public static TileGrid? Of(IReadOnlyList<TilePlace> places)
    {
        if (places.Count is < 2 or > Most)
        {
            return null;
        }

        var (west, east) = (places.Min(p => p.Lon), places.Max(p => p.Lon));
        var (south, north) = (places.Min(p => p.Lat), places.Max(p => p.Lat));
        var wide = Math.Max((double)(east - west) * Math.Cos((double)(south + north) / 2 * Math.PI / 180), 0.001);
        var high = Math.Max((double)(north - south), 0.001);
        var columns = Math.Clamp((int)Math.Round(Math.Sqrt(places.Count * wide / high)), 1, Math.Min(MostColumns, places.Count));
        var rows = ((places.Count + columns - 1) / columns) + (columns > 2 && places.Count > 8 ? 1 : 0);
        var cost = places.Select(p => Enumerable.Range(0, columns * rows).Select(square => Distance(
            columns == 1 ? 0 : (double)(p.Lon - west) / Math.Max((double)(east - west), 1e-6) * (columns - 1),
            rows == 1 ? 0 : (double)(north - p.Lat) / Math.Max((double)(north - south), 1e-6) * (rows - 1),
            square % columns,
            square / columns)).ToArray()).ToArray();
        return TileGrid.Of(Trimmed(places, Letters(places), Assign(cost), columns));
    }

    /// <summary>Three letters for each place, no two alike: the first of its name and two that follow it there.</summary>
    internal static IReadOnlyList<string> Letters(IReadOnlyList<TilePlace> places)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return [.. places.Select(p => Candidates(p.Name).First(taken.Add))];
    }

    private static IEnumerable<string> Candidates(string name)
    {
        var letters = new string([.. name.ToUpper(System.Globalization.CultureInfo.InvariantCulture).Where(char.IsLetter)]);
        if (letters.Length <= 3)
        {
            yield return letters;
        }

        for (var second = 1; second < letters.Length - 1; second++)
        {
            for (var third = second + 1; third < letters.Length; third++)
            {
                yield return string.Concat(letters.AsSpan(0, 1), letters.AsSpan(second, 1), letters.AsSpan(third, 1));
            }
        }

        for (var number = 2; ; number++)
        {
            yield return string.Concat(letters.AsSpan(0, Math.Min(1, letters.Length)), number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private static double Distance(double x, double y, int column, int row) => ((x - column) * (x - column)) + ((y - row) * (y - row));

    private static IEnumerable<TileCell> Trimmed(IReadOnlyList<TilePlace> places, IReadOnlyList<string> letters, int[] squares, int columns)
    {
        var usedRows = squares.Select(s => s / columns).Distinct().Order().ToList();
        var usedColumns = squares.Select(s => s % columns).Distinct().Order().ToList();
        return places.Select((p, i) => TileGrid.Cell(p.Code, letters[i], letters[i], usedRows.IndexOf(squares[i] / columns), usedColumns.IndexOf(squares[i] % columns)));
    }

    /// <summary>The square of each place such that the sum of costs is least: shortest augmenting paths with potentials (Kuhn–Munkres).</summary>
    private static int[] Assign(double[][] cost)
    {
        var (places, squares) = (cost.Length, cost[0].Length);
        var (ofPlace, ofSquare, placeAt) = (new double[places + 1], new double[squares + 1], new int[squares + 1]);
        for (var place = 1; place <= places; place++)
        {
            Seat(cost, place, ofPlace, ofSquare, placeAt);
        }

        var seats = new int[places];
        for (var square = 1; square <= squares; square++)
        {
            if (placeAt[square] > 0)
            {
                seats[placeAt[square] - 1] = square - 1;
            }
        }

        return seats;
    }

    private static void Seat(double[][] cost, int place, double[] ofPlace, double[] ofSquare, int[] placeAt)
    {
        var squares = ofSquare.Length - 1;
        var (least, seen, before) = (Enumerable.Repeat(double.MaxValue, squares + 1).ToArray(), new bool[squares + 1], new int[squares + 1]);
        placeAt[0] = place;
        var current = 0;
        do
        {
            seen[current] = true;
            var (nearest, next) = (double.MaxValue, 0);
            for (var square = 1; square <= squares; square++)
            {
                if (seen[square])
                {
                    continue;
                }

                var reduced = cost[placeAt[current] - 1][square - 1] - ofPlace[placeAt[current]] - ofSquare[square];
                if (reduced < least[square])
                {
                    (least[square], before[square]) = (reduced, current);
                }

                if (least[square] < nearest)
                {
                    (nearest, next) = (least[square], square);
                }
            }

            for (var square = 0; square <= squares; square++)
            {
                if (seen[square])
                {
                    ofPlace[placeAt[square]] += nearest;
                    ofSquare[square] -= nearest;
                }
                else
                {
                    least[square] -= nearest;
                }
            }

            current = next;
        }
        while (placeAt[current] != 0);

        for (; current != 0; current = before[current])
        {
            placeAt[current] = placeAt[before[current]];
        }
    }
}
