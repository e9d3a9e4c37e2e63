using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace Splot.Access.Tests.Support;

/// <summary>An authenticator and its browser in memory: one passkey (ES256), made and shown as WebAuthn says, and wrongly where a test asks for that.</summary>
internal sealed class SoftAuthenticator : IDisposable
{
    private const byte Present = 1;
    private const byte Verified = 4;
    private const byte HasKey = 64;

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] id = RandomNumberGenerator.GetBytes(32);
    private string user = "";

    public string Origin { get; set; } = "http://localhost:5080";

    public bool Verifies { get; set; } = true;

    /// <summary>What it says with the next passkey that it shows.</summary>
    public uint Counter { get; set; }

    /// <summary>The answer to a question for a new passkey.</summary>
    public string Make(JsonElement options)
    {
        user = options.GetProperty("user").GetProperty("id").GetString()!;
        var point = key.ExportParameters(false).Q;
        byte[] cose = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
        byte[] data = [.. Data(options.GetProperty("rp").GetProperty("id").GetString()!, HasKey), .. new byte[16], 0, (byte)id.Length, .. id, .. cose];
        byte[] attestation = [0xA3, .. Words("fmt"), .. Words("none"), .. Words("attStmt"), 0xA0, .. Words("authData"), 0x58, (byte)data.Length, .. data];
        return Envelope(options, "webauthn.create", new JsonObject { ["attestationObject"] = Text(attestation), ["transports"] = new JsonArray("internal") });
    }

    /// <summary>The answer to a question for the passkey.</summary>
    public string Show(JsonElement options)
    {
        var data = Data(options.GetProperty("rpId").GetString()!, 0);
        var client = Client(options, "webauthn.get");
        var signature = key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Envelope(options, "webauthn.get", new JsonObject { ["authenticatorData"] = Text(data), ["signature"] = Text(signature), ["userHandle"] = user });
    }

    public void Dispose() => key.Dispose();

    private byte[] Data(string host, byte more)
    {
        Span<byte> counter = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(counter, Counter);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(host)), (byte)(Present | (Verifies ? Verified : 0) | more), .. counter];
    }

    private byte[] Client(JsonElement options, string type) =>
        JsonSerializer.SerializeToUtf8Bytes(new { type, challenge = options.GetProperty("challenge").GetString(), origin = Origin, crossOrigin = false });

    private string Envelope(JsonElement options, string type, JsonObject response)
    {
        response["clientDataJSON"] = Text(Client(options, type));
        return new JsonObject { ["id"] = Text(id), ["rawId"] = Text(id), ["type"] = "public-key", ["clientExtensionResults"] = new JsonObject(), ["response"] = response }.ToJsonString();
    }

    private static string Text(byte[] bytes) => WebEncoders.Base64UrlEncode(bytes);

    private static byte[] Words(string text) => [(byte)(0x60 + text.Length), .. Encoding.ASCII.GetBytes(text)];
}
