using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Splot.Data;

/// <summary>
/// The hash of an entry at its place: SHA-256 over the hash before it (32 zeros at the first place), the form (1), the place, the time of sealing and all columns of the
/// entry in their order. Numbers are 8 bytes, most significant first; a text or bytes are 2, then their length in 4 bytes, then themselves
/// in UTF-8; a missing value is 0. So no two different entries are written alike. Serves one caller at a time.
/// </summary>
internal sealed class AuditHash
{
    public const int Length = SHA256.HashSizeInBytes;

    private const byte Form = 1;
    private const byte None = 0;
    private const byte Bytes = 2;

    private readonly ArrayBufferWriter<byte> buffer = new(1024);

    /// <summary>What stands before the first place.</summary>
    public static byte[] Beginning => new byte[Length];

    public byte[] Of(ReadOnlySpan<byte> before, long number, long sealedAt, AuditRow entry) => Of(before, number, sealedAt, entry, entry.Id);

    /// <summary>The hash that the entry would have under another id: whoever exchanges contents leaves the ids where they are.</summary>
    public byte[] Of(ReadOnlySpan<byte> before, long number, long sealedAt, AuditRow entry, long id)
    {
        buffer.ResetWrittenCount();
        buffer.Write(before);
        buffer.Write([Form]);
        Add(number);
        Add(sealedAt);
        Add(id);
        Add(entry.TransactionId);
        Add(entry.At);
        Add(entry.Kind);
        Add(entry.Act);
        Add(entry.ActorKind);
        Add(entry.Actor);
        Add(entry.OnBehalfOf);
        Add(entry.SubjectKind);
        Add(entry.SubjectId);
        Add(entry.Organisation);
        Add(entry.Reason);
        Add(entry.Before);
        Add(entry.After);
        Add(entry.Person);
        Add(entry.PersonalBefore);
        Add(entry.PersonalAfter);
        return SHA256.HashData(buffer.WrittenSpan);
    }

    private void Add(long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(buffer.GetSpan(sizeof(long)), value);
        buffer.Advance(sizeof(long));
    }

    private void Add(string? text)
    {
        if (text is null)
        {
            buffer.Write([None]);
            return;
        }

        Begin(Encoding.UTF8.GetByteCount(text));
        buffer.Advance(Encoding.UTF8.GetBytes(text, buffer.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length))));
    }

    private void Add(byte[]? bytes)
    {
        if (bytes is null)
        {
            buffer.Write([None]);
            return;
        }

        Begin(bytes.Length);
        buffer.Write(bytes);
    }

    private void Begin(int length)
    {
        var start = buffer.GetSpan(1 + sizeof(int));
        start[0] = Bytes;
        BinaryPrimitives.WriteInt32BigEndian(start[1..], length);
        buffer.Advance(1 + sizeof(int));
    }
}
