using Splot.Access.Model;
using Splot.Contracts.Access;

namespace Splot.Access.Tests.Model;

public sealed class ReachingTests
{
    private const string Me = "me";

    [Fact]
    public void Acts_InTheTable_HaveCodesOfTheirOwn()
    {
        Assert.Equal(Acts.Every.Count, Acts.Every.Select(a => a.Code).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(typeof(Acts).GetProperties().Count(p => p.PropertyType == typeof(Act)), Acts.Every.Count);
    }

    [Fact]
    public void Acts_ByRole_NameARoleAndPublicOnesNone()
    {
        Assert.All(Acts.Every.Where(a => a.Kind is ActKind.ByRole or ActKind.StepUp), a => Assert.Contains(Roles.All, r => a.ScopeOf(r) is not null));
        Assert.All(Acts.Every.Where(a => a.Kind is ActKind.Public or ActKind.SignedIn or ActKind.OwnStepUp), a => Assert.DoesNotContain(Roles.All, r => a.ScopeOf(r) is not null));
    }

    [Fact]
    public void SystemAdministrator_SeesNoPerson()
    {
        foreach (var act in new[] { Acts.SeePersons, Acts.KeepPersons, Acts.MergePersons, Acts.ExportPersons, Acts.EmergencyAccess, Acts.AnswerSubjects })
        {
            Assert.Null(act.ScopeOf(Role.SystemAdministrator));
        }
    }

    [Fact]
    public void Roles_HaveCodesThatLeadBack() => Assert.All(Roles.All, r => Assert.Equal(r, Roles.Parse(r.Code())));

    [Fact]
    public void Nobody_SignedIn_MayOnlyWhatIsPublic() =>
        Assert.All(Acts.Every, a => Assert.Equal(a.Kind == ActKind.Public, Reaching.May(a, [], signedIn: false)));

    [Fact]
    public void NoRole_CoversNothing() => Assert.True(Reaching.Of(Acts.SeePersons, [], Me).IsEmpty);

    [Fact]
    public void Unit_WithUnit_CoversTheUnitAlone()
    {
        var reach = Reaching.Of(Acts.SeePersons, [new HeldRole(Role.SocialWorker, "o", "/PL/PL8/", "u", null, Me)], Me);

        Assert.True(reach.Covers(new RecordPlace("o", "u")));
        Assert.False(reach.Covers(new RecordPlace("o", "other")));
        Assert.False(reach.Covers(new RecordPlace("o")));
    }

    [Fact]
    public void Unit_WithoutUnit_CoversTheOrganisation()
    {
        var reach = Reaching.Of(Acts.SeePersons, [new HeldRole(Role.UnitHead, "o", "/PL/PL8/", null, null, Me)], Me);

        Assert.True(reach.Covers(new RecordPlace("o", "u")));
        Assert.False(reach.Covers(new RecordPlace("p", "u")));
    }

    [Fact]
    public void Territory_CoversWhatLiesBelowAndNotItsNeighbour()
    {
        var reach = Reaching.Of(Acts.KeepOrganisations, [new HeldRole(Role.RegionalCoordinator, "o", "/PL/PL8/PL81/", null, null, Me)], Me);

        Assert.True(reach.Covers(new RecordPlace("x", Territory: "/PL/PL8/PL81/PL814/")));
        Assert.True(reach.Covers(new RecordPlace("x", Territory: "/PL/PL8/PL81/")));
        Assert.False(reach.Covers(new RecordPlace("x", Territory: "/PL/PL8/PL82/")));
        Assert.False(reach.Covers(new RecordPlace("x", Territory: "/PL/PL8/PL811/")));
    }

    [Fact]
    public void Former_OrganisationsAndUnits_AreCoveredByWhatTookOver()
    {
        var wide = Reaching.Of(Acts.SeePersons, [new HeldRole(Role.UnitHead, "o", null, null, null, Me) { FormerOrganisations = ["merged"] }], Me);
        var narrow = Reaching.Of(Acts.SeePersons, [new HeldRole(Role.SocialWorker, "o", null, "u", null, Me) { FormerOrganisations = ["merged"], FormerUnits = ["before"] }], Me);

        Assert.Equal([true, false], [wide.Covers(new RecordPlace("merged", "any")), wide.Covers(new RecordPlace("other"))]);
        Assert.Equal([true, false], [narrow.Covers(new RecordPlace("merged", "before")), narrow.Covers(new RecordPlace("merged", "other"))]);
    }

    [Fact]
    public void Operation_WithoutOne_CoversNothing() =>
        Assert.True(Reaching.Of(Acts.SeePersons, [new HeldRole(Role.Auditor, "o", null, null, null, Me)], Me).IsEmpty);

    [Fact]
    public void Own_OfSomebodyAbsent_CoversTheirRecordsNotMine()
    {
        var reach = Reaching.Of(Acts.SeePersons, [new HeldRole(Role.Provider, "o", null, null, null, "absent")], Me);

        Assert.True(reach.Covers(new RecordPlace("o", Keeper: "absent")));
        Assert.False(reach.Covers(new RecordPlace("o", Keeper: Me)));
    }

    /// <summary>Whatever roles are held, each added one covers no less than before, and never what no single role covers.</summary>
    [Fact]
    public void Union_OfRoles_IsWhatEachCovers()
    {
        var random = new Random(20260601);
        var places = Enumerable.Range(0, 60).Select(i => new RecordPlace("o" + (i % 3), "u" + (i % 4), "k" + (i % 5), "/PL/PL" + (i % 3) + "/") { Operations = ["x" + (i % 2)] }).ToList();
        for (var round = 0; round < 500; round++)
        {
            var roles = Enumerable.Range(0, random.Next(1, 5)).Select(_ => new HeldRole(
                Roles.All[random.Next(Roles.All.Count)], Maybe("o", 3), Maybe("/PL/PL", 3) is { } p ? p + "/" : null, Maybe("u", 4), Maybe("x", 2), "k" + random.Next(5))).ToList();
            foreach (var act in Acts.Every.Where(a => a.Kind is ActKind.ByRole or ActKind.StepUp))
            {
                var all = Reaching.Of(act, roles, Me);
                var single = roles.Select(r => Reaching.Of(act, [r], Me)).ToList();
                Assert.All(places, place => Assert.Equal(single.Exists(s => s.Covers(place)), all.Covers(place)));
            }
        }

        string? Maybe(string letter, int count) => random.Next(3) == 0 ? null : letter + random.Next(count);
    }
}
