namespace Backtest.Cli.Doctor;

/// <summary>What one check found.</summary>
/// <param name="Check">What was checked.</param>
/// <param name="IsWell">Whether it holds.</param>
/// <param name="Detail">What was seen.</param>
internal sealed record Finding(string Check, bool IsWell, string Detail)
{
    /// <summary>A line of the check list.</summary>
    public override string ToString() => $"{(IsWell ? "ok  " : "FAIL")}  {Check}: {Detail}";
}
