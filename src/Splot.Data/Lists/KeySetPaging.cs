using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Splot.Kernel;

namespace Splot.Data;

/// <summary>Reads long lists part by part, each in one statement that begins right after the last row: the thousandth part costs what the first does.</summary>
public static class KeySetPaging
{
    private const int LongestKey = 2000;

    /// <summary>A part of the list.</summary>
    /// <param name="rows">All rows of the list, filtered, in no order.</param>
    /// <param name="order">The list's order.</param>
    /// <param name="after">Where the part begins, as an earlier part said; null for the beginning. What is no key of this order begins anew.</param>
    /// <param name="size">The most rows.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<ListPage<T>> PageAsync<T>(this IQueryable<T> rows, KeySetOrder<T> order, string? after, int size, CancellationToken cancellation)
    {
        var rest = Read(after) is { } place ? order.After(rows, place) : rows;
        var found = await order.Sorted(rest).Take(size + 1).ToListAsync(cancellation);
        return found.Count <= size ? new ListPage<T>(found, null) : new ListPage<T>(found[..size], Write(order.PlaceOf(found[size - 1])));
    }

    private static string Write(KeySetPlace place) => WebEncoders.Base64UrlEncode(JsonSerializer.SerializeToUtf8Bytes(place));

    private static KeySetPlace? Read(string? key)
    {
        if (key is not { Length: > 0 and <= LongestKey })
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<KeySetPlace>(Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(key))) is { Id: not null } place ? place : null;
        }
        catch (Exception foreign) when (foreign is FormatException or JsonException or ArgumentException)
        {
            return null;
        }
    }
}
