using Splot.Kernel;
using Splot.Persons.KeepClauses;
using Splot.Persons.KeepPurposes;
using Splot.Persons.Tests.Vault;

namespace Splot.Persons.Tests.SubjectRights;

/// <summary>Clauses and purposes of organisations, for tests.</summary>
internal static class Offices
{
    /// <summary>Makes the next version of a clause, in Polish and English; its number.</summary>
    public static async Task<long> ClauseAsync(VaultFixture vault, string organisation, string code)
    {
        var newest = await vault.Get<ReadClausesHandler>().NewestAsync(new ReadClause(organisation, code, VaultFixture.Clerk), CancellationToken.None);
        var after = newest?.Version ?? 0;
        var texts = new Dictionary<Language, ClauseText> { [Language.Polish] = new("Klauzula informacyjna", $"Klauzula {after + 1}."), [Language.English] = new("Information clause", $"Clause {after + 1}.") };
        return Assert.IsType<MakeClauseOutcome.Made>(await vault.Get<MakeClauseHandler>().HandleAsync(new MakeClause(organisation, code, after, texts, VaultFixture.Clerk), CancellationToken.None)).Version;
    }

    /// <summary>Declares a purpose.</summary>
    public static async Task PurposeAsync(VaultFixture vault, string organisation, string code, string basis, DateOnly from) => Assert.IsType<PurposeOutcome.Kept>(
        await vault.Get<KeepPurposesHandler>().HandleAsync(new DeclarePurpose(organisation, code, null, new PurposeState(from, "Photos of events", basis, "a test"), VaultFixture.Clerk), CancellationToken.None));
}
