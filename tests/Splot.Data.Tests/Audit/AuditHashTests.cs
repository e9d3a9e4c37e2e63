namespace Splot.Data.Tests.Audit;

public class AuditHashTests
{
    private static AuditRow Entry => new()
    {
        Id = 41,
        TransactionId = 900,
        At = 1780300800000,
        Kind = "read",
        Act = "persons.person.read",
        ActorKind = "account",
        Actor = "7",
        SubjectKind = "persons.person",
        SubjectId = "12",
        Organisation = "3",
        Reason = "Zażalenie № 5",
        After = """{"state":"sent"}""",
        Person = "12",
        PersonalBefore = [1, 2, 3],
        PersonalAfter = [],
    };

    // Computed apart from this program, with Python's hashlib, from the words of ADR 51: who checks a chain needs no Splot.
    [Fact]
    public void Of_AnEntry_IsAsTheFormSays()
    {
        var first = new AuditHash().Of(AuditHash.Beginning, 1, 1780300801000, Entry);

        Assert.Equal("0e2f21e6db412e69b57a367f38904eb1b296c0005bc099ef8ba6eb2546bc788f", Convert.ToHexStringLower(first));
        Assert.Equal("fa5e86eae2beb7bb0991bde4cb92fc6c4a996e6bf1522fd62eddbfd6e2400f5c", Convert.ToHexStringLower(new AuditHash().Of(first, 2, -1, Entry)));
    }

    [Fact]
    public void Of_AnyColumnChanged_IsAnother()
    {
        var seen = new HashSet<string> { Hash(Entry) };
        foreach (var property in typeof(AuditRow).GetProperties())
        {
            var entry = Entry;
            property.SetValue(entry, property.GetValue(entry) switch
            {
                long number => number + 1,
                string text => text + " ",
                byte[] bytes => (byte[])[.. bytes, 0],
                _ => string.Empty,
            });
            Assert.True(seen.Add(Hash(entry)), property.Name);
        }

        Assert.Equal(1 + typeof(AuditRow).GetProperties().Length, seen.Count);
    }

    private static string Hash(AuditRow entry) => Convert.ToHexStringLower(new AuditHash().Of(AuditHash.Beginning, 1, 5, entry));
}
