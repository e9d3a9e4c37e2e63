namespace Splot.Access;

/// <summary>What kinds of organisations are called, in the reader's language.</summary>
internal static class KindWords
{
    public static string Of(string kind) => kind switch
    {
        "managing-authority" => Text.KindManagingAuthority,
        "intermediate-body" => Text.KindIntermediateBody,
        "regional-centre" => Text.KindRegionalCentre,
        "municipality" => Text.KindMunicipality,
        "county" => Text.KindCounty,
        "social-assistance-centre" => Text.KindSocialAssistanceCentre,
        "services-centre" => Text.KindServicesCentre,
        "family-support-centre" => Text.KindFamilySupportCentre,
        "labour-office" => Text.KindLabourOffice,
        "provider" => Text.KindProvider,
        "social-economy-entity" => Text.KindSocialEconomyEntity,
        "support-centre" => Text.KindSupportCentre,
        "partner" => Text.KindPartner,
        _ => kind, // one that a later version knows
    };
}
