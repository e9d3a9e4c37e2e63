namespace Splot.Kernel;

/// <summary>The sex that a personal number carries. What a person says of their gender is another question and stands elsewhere.</summary>
public enum Sex
{
    /// <summary>Female.</summary>
    Female = 0,

    /// <summary>Male.</summary>
    Male = 1,
}
