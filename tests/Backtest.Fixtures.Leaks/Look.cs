namespace Backtest.Fixtures.Leaks;

/// <summary>The value a leak looks at.</summary>
public enum Look
{
    /// <summary>The next close.</summary>
    NextClose,

    /// <summary>The next open.</summary>
    NextOpen,

    /// <summary>The next low.</summary>
    NextLow,

    /// <summary>The close five bars ahead.</summary>
    FiveBars,

    /// <summary>The next volume.</summary>
    NextVolume,

    /// <summary>The range of the next bar.</summary>
    NextRange,

    /// <summary>The highest close of all loaded bars.</summary>
    Maximum,

    /// <summary>The mean close of all loaded bars.</summary>
    Mean,

    /// <summary>A mean that includes two bars on either side.</summary>
    Centred,

    /// <summary>Whether this is the last bar.</summary>
    LastBar,
}
