namespace Backtest.Testing;

/// <summary>The result of examining one law.</summary>
public enum ConformanceVerdict
{
    /// <summary>The law holds on everything tried.</summary>
    Held,

    /// <summary>The plugin breaks the law.</summary>
    Broken,

    /// <summary>The law does not apply to this plugin.</summary>
    DoesNotApply,

    /// <summary>The law could not be judged as held or broken; the detail says why.</summary>
    NotExamined,
}
