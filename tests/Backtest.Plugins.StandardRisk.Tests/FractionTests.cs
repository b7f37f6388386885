using Backtest.Plugins.StandardRisk;

namespace Backtest.Tests;

/// <summary>Percentages where fractions of equity are expected.</summary>
public sealed class FractionTests
{
    private const string Sizer = "\"sizer\": {\"type\": \"percent_equity\", \"value\": 0.95}";

    [Theory]
    [InlineData("percent_equity", "95", 1, "found 95, which is 9,500% of equity, but the account allows 100%.", "Write a fraction: 0.95 for 95%.")]
    [InlineData("percent_equity", "5", 1, "found 5, which is 500% of equity, but the account allows 100%.", "Write a fraction: 0.05 for 5%.")]
    [InlineData("percent_equity", "12.5", 2, "found 12.5, which is 1,250% of equity, but the account allows 200%.", "Write a fraction: 0.125 for 12.5%.")]
    [InlineData("volatility_target", "15", 1, "found 15, which is 1,500% of equity, but the account allows 100%.", "Write a fraction: 0.15 for 15%.")]
    public void A_size_the_account_never_bears_is_a_percentage(string sizer, string value, int leverage, string message, string fix)
    {
        InputError error = Assert.Single(Errors($$"""
            "sizer": {"type": "{{sizer}}", "value": {{value}}}
            """, leverage));
        Assert.Equal(message, error.Message);
        Assert.StartsWith(fix, error.Fix, StringComparison.Ordinal);
        Assert.EndsWith("sizer.value", error.Key, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("percent_equity", "3", 3)]
    [InlineData("percent_equity", "3", 1)] // reduced to what fits
    [InlineData("percent_equity", "20", 30)] // as usual for currencies
    [InlineData("percent_equity", "95", null)] // a plugin's account
    [InlineData("volatility_target", "0.15", 1)]
    [InlineData("fixed_quantity", "95", 1)]
    [InlineData("fixed_value", "95", 1)]
    public void A_size_that_may_be_meant_is_taken(string sizer, string value, int? leverage) => Assert.Empty(Errors($$"""
        "sizer": {"type": "{{sizer}}", "value": {{value}}}
        """, leverage));

    [Theory]
    [InlineData("max_position", "20", 1, true)]
    [InlineData("max_exposure", "95", 1, true)]
    [InlineData("max_leverage", "5", 1, true)]
    [InlineData("max_leverage", "4", 1, false)]
    [InlineData("max_position", "6", 10, false)]
    public void A_limit_that_could_never_act_is_a_percentage(string limit, string value, int leverage, bool isError) =>
        Assert.Equal(isError ? ["parameters.limits[0].value"] : [], Errors($$"""
            {{Sizer}}, "limits": [{"type": "{{limit}}", "value": {{value}}}]
            """, leverage).Select(error => error.Key));

    [Theory]
    [InlineData("daily_loss", "2", "Write a fraction: 0.02 for 2%.")]
    [InlineData("max_drawdown", "20", "Write a fraction: 0.2 for 20%.")]
    [InlineData("max_drawdown", "-0.2", "Write a number above 0, up to 1.")]
    [InlineData("max_drawdown", "2000", "Write a number above 0, up to 1.")]
    public void What_is_never_above_one_says_which_fraction_is_meant(string limit, string value, string fix)
    {
        InputError error = Assert.Single(Errors($$"""
            {{Sizer}}, "limits": [{"type": "{{limit}}", "value": {{value}}}]
            """, 1));
        Assert.Equal(("out_of_range", fix), (error.Code, error.Fix));
    }

    [Theory]
    [InlineData("\"exposure\": 98", "parameters.exposure")]
    [InlineData("\"band\": 5", "parameters.band")]
    [InlineData("\"minimum_trade\": 2", "parameters.minimum_trade")]
    [InlineData("\"weights\": {\"type\": \"given\", \"values\": {\"SPY\": 60, \"TLT\": 0.4}}", "parameters.weights.values.SPY")]
    [InlineData("\"exposure\": 0.98, \"band\": 0.05, \"minimum_trade\": 0.01", null)]
    public void Weights_are_fractions(string parameters, string? key) => Assert.Equal(
        key is null ? [] : [key],
        TestParameters.Errors<RebalancingRiskManager>($"{{{parameters}}}", new BindingContext { GreatestLeverage = 1 }).Select(error => error.Key));

    private static IReadOnlyList<InputError> Errors(string parameters, int? leverage) =>
        RiskHarness.Errors(parameters, new BindingContext { GreatestLeverage = leverage });
}
