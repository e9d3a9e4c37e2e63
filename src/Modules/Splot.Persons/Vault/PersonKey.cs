using System.Security.Cryptography;
using System.Text;
using Splot.Data;

namespace Splot.Persons.Vault;

/// <summary>
/// A person's own key. It seals every column of that person and nothing else; each value is bound to person and column, so that it opens in no
/// other place. The store holds it only sealed with the master key: without that row nothing of the person opens again.
/// </summary>
internal sealed class PersonKey
{
    private readonly string person;
    private readonly SealingKey key;

    private PersonKey(string person, SealingKey key) => (this.person, this.key) = (person, key);

    public static PersonKey New(string person) => new(person, SealingKey.New());

    public static PersonKey Open(KeyRing ring, string person, byte[] sealedKey)
    {
        var bytes = ring.Open(sealedKey, Context(person));
        try
        {
            return new PersonKey(person, new SealingKey(bytes));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    /// <summary>The key sealed with the current master key.</summary>
    public byte[] Sealed(KeyRing ring)
    {
        var bytes = key.Export();
        try
        {
            return ring.Seal(bytes, Context(person));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    /// <summary>The same key sealed with the current master key, without opening anything that it seals.</summary>
    public static byte[] Rewrap(KeyRing ring, string person, byte[] sealedKey) => Open(ring, person, sealedKey).Sealed(ring);

    public byte[]? Seal(string column, string? plain) => plain is null ? null : key.Seal(Encoding.UTF8.GetBytes(plain), person + " " + column);

    public string? Open(string column, byte[]? sealedText) => sealedText is null ? null : Encoding.UTF8.GetString(key.Open(sealedText, person + " " + column));

    private static string Context(string person) => "persons_person.sealed_key " + person;
}
