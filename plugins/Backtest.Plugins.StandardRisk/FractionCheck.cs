using System.Globalization;

namespace Backtest.Plugins.StandardRisk;

/// <summary>
/// Finds percentages that were given where fractions of equity are expected. A size or a limit of 500% or more that the account never lets a
/// portfolio reach would always be cut to what fits, or would never apply; a value that the account allows may be intended.
/// </summary>
internal sealed class FractionCheck(IParameterErrors errors, BindingContext context)
{
    // Below this, a size may be high on purpose, so that the account decides.
    private const double Least = 5;

    /// <summary>Checks a sizer whose value is a fraction of equity.</summary>
    public void Sizer(string path, Sizer? sizer)
    {
        if (sizer is PercentEquity share)
            Share($"{path}.value", (double)share.Value);
        else if (sizer is VolatilityTarget target)
            Share($"{path}.value", (double)target.Value);
    }

    /// <summary>Checks a limit on positions, as a fraction of equity.</summary>
    public void Limit(string path, RiskLimit limit)
    {
        if (limit is MaxPosition or MaxExposure or MaxLeverage)
            Share($"{path}.value", limit.Threshold);
    }

    /// <summary>Checks a fraction of equity that may not be greater than the account allows.</summary>
    public void Share(string path, double value)
    {
        if (context.GreatestLeverage is { } most && value >= Least && value > (double)most)
            Report(path, value, string.Create(CultureInfo.InvariantCulture, $"the account allows {most:#,##0%}"), " Or use an account that allows it.");
    }

    /// <summary>Checks that a fraction of equity is not so great that it would never be reached.</summary>
    public void Distance(string path, double value, double greatest)
    {
        if (value > Math.Max(1, greatest))
            Report(path, value, "no weight can differ by that much", "");
    }

    private void Report(string path, double value, string because, string otherwise) => errors.Add(
        path,
        string.Create(CultureInfo.InvariantCulture, $"found {value}, which is {value:#,##0%} of equity, but {because}."),
        string.Create(CultureInfo.InvariantCulture, $"Write a fraction: {value / 100:0.############} for {value}%.{otherwise}"));
}
