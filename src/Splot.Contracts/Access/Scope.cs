namespace Splot.Contracts.Access;

/// <summary>How far a role may go with an act: which records it covers, seen from the organisation, unit or operation for which the role is held.</summary>
public enum Scope
{
    /// <summary>What the account itself keeps, or keeps for somebody absent.</summary>
    Own,

    /// <summary>What belongs to the unit; without a unit in the grant, to the organisation.</summary>
    Unit,

    /// <summary>What belongs to the organisation.</summary>
    Organisation,

    /// <summary>What belongs to organisations in the organisation's territory, itself included.</summary>
    Territory,

    /// <summary>What belongs to the operation for which the role is held.</summary>
    Operation,

    /// <summary>Everything.</summary>
    All,
}
