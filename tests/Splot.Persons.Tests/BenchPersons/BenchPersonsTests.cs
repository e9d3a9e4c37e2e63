using System.Globalization;
using System.Text.RegularExpressions;
using Splot.Data;
using Splot.Data.Terminal;
using Splot.Kernel;
using Splot.Persons.BenchPersons;
using Splot.Persons.Tests.Vault;
using Splot.Testing;

namespace Splot.Persons.Tests.BenchPersons;

public partial class BenchPersonsTests
{
    [Theory, EachEngine]
    public async Task Bench_SmallVault_FindsWhoIsThere(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine, services => services.AddPersons().AddNeighbours());

        var answer = await RunAsync(stores, ("--size", "400"), ("--questions", "120"));

        var found = FoundOf().Match(answer);
        Assert.True(int.Parse(found.Groups["found"].Value, CultureInfo.InvariantCulture) >= 57, answer);
        Assert.Equal("60", found.Groups["asked"].Value);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"400 people, {engine}"), answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bench_NonsenseSize_IsWrongUsage()
    {
        await using var stores = await TestStore.CreateAsync(Engine.Sqlite, services => services.AddPersons().AddNeighbours());

        await Assert.ThrowsAsync<UsageException>(() => RunAsync(stores, ("--size", "none")));
    }

    [Fact]
    public void Invented_People_HaveValidNumbersThatSayTheirBirthDateAndSex()
    {
        Assert.All(Enumerable.Range(0, 2_000).Select(InventedPeople.Person).Where(p => p.Numbers.Count > 0), person =>
        {
            var check = Identifier.Check(person.Numbers[0].Kind, person.Numbers[0].Value, DateOnly.MaxValue);

            Assert.Equal((null, person.BirthDate, person.Sex), (check.Reason, check.BirthDate, check.Sex));
        });
    }

    [Fact]
    public void Invented_People_AreTheSameEveryTime() => Assert.Equal(InventedPeople.Person(7), InventedPeople.Person(7));

    private static async Task<string> RunAsync(TestStore stores, params (string Name, string Value)[] options)
    {
        await using var answer = new StringWriter(CultureInfo.InvariantCulture);
        var call = new VerbCall([], options.ToDictionary(o => o.Name, o => o.Value, StringComparer.Ordinal), TextReader.Null, Stream.Null, answer, TextWriter.Null, stores.Services);
        Assert.Equal(ExitCode.Done, await BenchPersonsVerb.Verb.RunAsync(call, CancellationToken.None));
        return answer.ToString();
    }

    [GeneratedRegex(@"found (?<found>\d+) of (?<asked>\d+) who are there", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FoundOf();
}
