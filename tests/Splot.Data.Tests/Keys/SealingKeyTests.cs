using System.Security.Cryptography;
using System.Text;

namespace Splot.Data.Tests.Keys;

public class SealingKeyTests
{
    private const string Context = "person 7";

    // Test cases 13, 14 and 16 of the Galois/Counter Mode specification submitted to NIST.
    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000", "000000000000000000000000", "", "", "", "530f8afbc74536b9a963b4f1c4cb738b")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000", "000000000000000000000000", "", "00000000000000000000000000000000", "cea7403d4d606b6e074ec5d3baf39d18", "d0d1c8a799996bf0265b98b5d48ab919")]
    [InlineData(
        "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308",
        "cafebabefacedbaddecaf888",
        "feedfacedeadbeeffeedfacedeadbeefabaddad2",
        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
        "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662",
        "76fc6ece0f4e1768cddf8853bb2d551b")]
    public void Open_PublishedVector_GivesItsPlainText(string key, string nonce, string context, string plain, string cipher, string tag)
    {
        var opened = new SealingKey(Convert.FromHexString(key)).Open(Convert.FromHexString(nonce + tag + cipher), Convert.FromHexString(context));

        Assert.Equal(plain, Convert.ToHexStringLower(opened));
    }

    [Fact]
    public void Seal_OpenedByHand_IsNonceTagAndCipherText()
    {
        var key = SealingKey.New();
        var closed = key.Seal("Zdravko"u8, Context);
        var plain = new byte[7];

        using var aes = new AesGcm(key.Export(), 16);
        aes.Decrypt(closed.AsSpan(0, 12), closed.AsSpan(28), closed.AsSpan(12, 16), plain, Encoding.UTF8.GetBytes(Context));

        Assert.Equal("Zdravko"u8.ToArray(), plain);
    }

    [Fact]
    public void Seal_SameTwice_LooksDifferent()
    {
        var key = SealingKey.New();

        Assert.NotEqual(key.Seal("same"u8, Context), key.Seal("same"u8, Context));
    }

    [Fact]
    public void Open_AnyByteFlippedOrCutOff_Refused()
    {
        var key = SealingKey.New();
        var closed = key.Seal("Zdravko"u8, Context);

        for (var i = 0; i < closed.Length; i++)
        {
            var changed = closed.ToArray();
            changed[i] ^= 1;
            Assert.Throws<SealException>(() => key.Open(changed, Context));
            Assert.Throws<SealException>(() => key.Open(closed.AsSpan(0, i), Context));
        }

        Assert.Equal("Zdravko"u8.ToArray(), key.Open(closed, Context));
    }

    [Fact]
    public void Open_OtherContextOrOtherKey_Refused()
    {
        var key = SealingKey.New();
        var closed = key.Seal("Zdravko"u8, Context);

        Assert.Throws<SealException>(() => key.Open(closed, "person 8"));
        Assert.Throws<SealException>(() => SealingKey.New().Open(closed, Context));
        Assert.Equal("Zdravko"u8.ToArray(), new SealingKey(key.Export()).Open(closed, Context));
    }

    [Theory]
    [InlineData(31)]
    [InlineData(33)]
    public void Key_OfAnotherLength_Refused(int length) => Assert.Throws<ArgumentException>(() => new SealingKey(new byte[length]));

    [Fact]
    public void Derive_OtherPurposeOrSecret_IsAnotherKey()
    {
        string[] keys = [Hex("one", "a"), Hex("one", "b"), Hex("two", "a")];

        Assert.Equal(3, keys.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal([Hex("one", "a"), Hex("two", "a")], SealingKey.Derive(" one ;; two;", "a").Select(k => Convert.ToHexString(k.Export())));
    }

    private static string Hex(string secret, string purpose) => Convert.ToHexString(SealingKey.Derive(secret, purpose).Single().Export());

    // RFC 4231, test cases 1 and 2: the digest that blind indexes are made with.
    [Theory]
    [InlineData("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b", "Hi There", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")]
    [InlineData("4a656665", "what do ya want for nothing?", "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")]
    public void Digest_PublishedVector_IsAsPublished(string key, string data, string digest) =>
        Assert.Equal(digest, Convert.ToHexStringLower(HMACSHA256.HashData(Convert.FromHexString(key), Encoding.UTF8.GetBytes(data))));

    [Fact]
    public void BlindIndex_ByHand_IsTheDigestUnderAKeyOfThePurpose()
    {
        var root = new byte[32];
        root[5] = 9;
        var purpose = HMACSHA256.HashData(root, "pesel\u0001"u8); // RFC 5869, 2.3: the first block of HKDF-Expand

        Assert.Equal(HMACSHA256.HashData(purpose, "44051401359"u8), new BlindIndex(root).Of("pesel", "44051401359"));
        Assert.NotEqual(new BlindIndex(root).Of("egn", "44051401359"), new BlindIndex(root).Of("pesel", "44051401359"));
    }
}
