namespace Backtest;

/// <summary>A fill to compute slippage for.</summary>
public readonly record struct SlippageTerms
{
    /// <summary>What is traded.</summary>
    public required Instrument Instrument { get; init; }

    /// <summary>Buy or sell.</summary>
    public required Side Side { get; init; }

    /// <summary>The price before slippage.</summary>
    public required decimal Price { get; init; }

    /// <summary>The quantity that fills.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>The bar it fills on.</summary>
    public required MatchedBar Bar { get; init; }

    /// <summary>The distance between bid and ask as the bar opened; not a number where the data has neither.</summary>
    public double Spread { get; init; }

    /// <summary>
    /// The mean volume of a session, over the ten before the fill's, or as many as there were; not a number before the first has ended.
    /// </summary>
    public double SessionVolume { get; init; }

    /// <summary>
    /// The sample standard deviation of the close-to-close returns of those sessions, as a fraction; not a number before there are three.
    /// </summary>
    public double SessionVolatility { get; init; }
}
