namespace Backtest.Cli.Doctor;

/// <summary>The result of one check.</summary>
/// <param name="Check">The name of the check.</param>
/// <param name="IsWell">Whether it passed.</param>
/// <param name="Detail">What was observed.</param>
internal sealed record Finding(string Check, bool IsWell, string Detail)
{
    /// <summary>The line in the list of checks.</summary>
    public override string ToString() => $"{(IsWell ? "ok  " : "FAIL")}  {Check}: {Detail}";
}
