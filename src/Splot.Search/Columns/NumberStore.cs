using Splot.Search.Documents;
using Splot.Search.Files;

namespace Splot.Search.Columns;

/// <summary>Reads a column of numbers.</summary>
internal sealed unsafe class NumberStore(Region region, NumberColumn column, NumberLayout layout, int documents)
{
    private Stretch values = new(region, layout.ValuesAt, (long)documents * layout.Width);
    private Stretch present = new(region, layout.PresentAt, (documents + 63L) / 64 * sizeof(ulong));
    private Stretch order = new(region, layout.OrderAt, (long)documents * sizeof(int));

    public NumberColumn Column => column;

    public NumberLayout Layout => layout;

    /// <summary>The number of each document, in <see cref="NumberLayout.Width"/> bytes; 0 where it is missing.</summary>
    public byte* Values => values.Start;

    /// <summary>One bit for each document that has a number.</summary>
    public ulong* Present => (ulong*)present.Start;

    /// <summary>Documents in ascending order of their numbers, then those without; only for sorted columns.</summary>
    public int* Order => (int*)order.Start;

    /// <summary>The document at a place of the order.</summary>
    public int InOrder(int place) => Order[place];

    public long Value(int document) => layout.Width == 4 ? ((int*)Values)[document] : ((long*)Values)[document];

    public bool Has(int document) => (Present[document >> 6] & (1UL << document)) != 0;

    /// <summary>How many documents have a smaller number (or, <paramref name="orEqual"/>, an equal one too): the place in the order where larger ones begin.</summary>
    public int PlaceOf(long value, bool orEqual)
    {
        var all = Order;
        var (low, high) = (0, layout.Present);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var other = Value(all[middle]);
            if (other < value || (orEqual && other == value))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
