namespace Backtest.Engine;

/// <summary>
/// Half of the permanent and all of the temporary impact of Almgren, Thum, Hauptmann and Li, "Direct Estimation of Equity Market Impact" (2005): I =
/// γσ(X/V)(Θ/V)^¼, K = ησ(X/(VT))^⅗, J = I/2 + K; γ 0.314, η 0.142. The exponent is that of the authors, who reject the square root.
/// </summary>
/// <param name="sharesOutstanding">Θ.</param>
/// <param name="duration">T, in days.</param>
internal sealed class AlmgrenSlippage(decimal sharesOutstanding, decimal duration) : ISlippageModel
{
    private const double Permanent = 0.314;
    private const double Temporary = 0.142;
    private const double TemporaryExponent = 0.6;

    public SlippageNeeds Needs => SlippageNeeds.Sessions | SlippageNeeds.Volume;

    /// <summary>J, as a fraction of the price.</summary>
    /// <param name="shares">X, the shares of the order.</param>
    /// <param name="volume">V, the mean volume of a day.</param>
    /// <param name="volatility">σ, the daily volatility, as a fraction.</param>
    public double Impact(double shares, double volume, double volatility)
    {
        double share = shares / volume;
        double permanent = Permanent * volatility * share * Math.Sqrt(Math.Sqrt((double)sharesOutstanding / volume));
        double temporary = Temporary * volatility * DeterministicMath.Pow(share / (double)duration, TemporaryExponent);
        return (permanent / 2) + temporary;
    }

    public decimal Slippage(in SlippageTerms fill)
    {
        double impact = Impact((double)fill.Quantity, fill.SessionVolume, fill.SessionVolatility);
        return double.IsFinite(impact) ? fill.Price * (decimal)impact : 0;
    }
}
