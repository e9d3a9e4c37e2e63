using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;
using Splot.Search.Files;

namespace Splot.Search.Searching;

/// <summary>
/// Where a page ended: the last hit's place in the order, and the weights of the words, because the weights of an index that has changed meanwhile
/// would put hits into another order. Written as letters, digits, - and _, with a checksum over itself and the query it belongs to.
/// </summary>
/// <param name="Last">The last hit.</param>
/// <param name="Weights">Weight of each word of the query; empty where hits are not ranked.</param>
internal sealed record PageKey(Hit Last, IReadOnlyList<int> Weights)
{
    private const int HeadSize = 1 + sizeof(long) + sizeof(long);

    public string Write(string query)
    {
        var bytes = new byte[HeadSize + (Weights.Count * sizeof(ushort)) + sizeof(uint)];
        bytes[0] = Last.Missing ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(1), Last.Rank);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(1 + sizeof(long)), Last.Key);
        for (var i = 0; i < Weights.Count; i++)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(HeadSize + (i * sizeof(ushort))), (ushort)Weights[i]);
        }

        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(bytes.Length - sizeof(uint)), Sum(bytes, query));
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads what <see cref="Write"/> wrote for the same query; null for anything else.</summary>
    public static PageKey? Read(string text, string query, int words)
    {
        var size = HeadSize + (words * sizeof(ushort)) + sizeof(uint);
        if (!Base64Url.IsValid(text, out var length) || length != size)
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(text);
        if (bytes[0] > 1 || BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(size - sizeof(uint))) != Sum(bytes, query))
        {
            return null;
        }

        var weights = new int[words];
        for (var i = 0; i < words; i++)
        {
            weights[i] = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(HeadSize + (i * sizeof(ushort))));
        }

        return new PageKey(
            new Hit(bytes[0] == 1, BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(1)), BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(1 + sizeof(long)))),
            weights);
    }

    private static uint Sum(byte[] bytes, string query) =>
        Checksums.Of([.. bytes.AsSpan(0, bytes.Length - sizeof(uint)), .. Encoding.UTF8.GetBytes(query)]);
}
