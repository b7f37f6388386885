namespace Backtest.Testing;

/// <summary>What an examination of one law came to.</summary>
public enum ConformanceVerdict
{
    /// <summary>The law holds on everything tried.</summary>
    Held,

    /// <summary>The plugin breaks the law.</summary>
    Broken,

    /// <summary>The law says nothing of this plugin.</summary>
    DoesNotApply,

    /// <summary>The law could not be judged, and the detail says why: neither held nor broken.</summary>
    NotExamined,
}
