using System.Security.Cryptography;
using System.Text;
using Splot.Data;

namespace Splot.Projects.Editions;

/// <summary>
/// Digests by which the name or the number of a natural person is recognised without being kept, whatever country the project is in. They are
/// keyed, so that nobody who has the store alone can try names. Await <see cref="ReadyAsync"/>, outside any write session, before the rest.
/// </summary>
internal sealed class PersonMarks(KeyRing keys)
{
    /// <summary>What marks begin with. Those of earlier versions have no key and are bare hexadecimal digits.</summary>
    public const string Keyed = "k";

    private const string Purpose = "projects person mark";

    public ValueTask ReadyAsync(CancellationToken cancellation) => keys.ReadyAsync(cancellation);

    public string OfName(string name) => Of(Plain(PersonKey.Of(name)));

    /// <summary>The mark of an identifier, given as it is looked up.</summary>
    public string OfIdentifier(string lookup) => Of(Plain("identifier\n" + lookup));

    /// <summary>The mark that takes the place of one without a key: made from its digest, since the name is not known any more.</summary>
    public string Of(string plainDigest) => Keyed + Convert.ToHexStringLower(keys.Index(Purpose, plainDigest));

    private static string Plain(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("splot person mark\n" + text)));
}
