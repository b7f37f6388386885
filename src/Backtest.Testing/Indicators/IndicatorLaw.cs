namespace Backtest.Testing;

/// <summary>Something every indicator must obey.</summary>
/// <param name="name">The law's name.</param>
internal abstract class IndicatorLaw(string name)
{
    /// <summary>Examines whether an indicator obeys.</summary>
    public abstract ConformanceFinding Examine(IndicatorExamination examination);

    public ConformanceFinding NotExamined(string detail) => new(name, ConformanceVerdict.NotExamined, detail);

    protected ConformanceFinding Held(string detail) => new(name, ConformanceVerdict.Held, detail);

    protected ConformanceFinding DoesNotApply(string detail) => new(name, ConformanceVerdict.DoesNotApply, detail);

    protected ConformanceFinding Broken(string detail, string fix) => new(name, ConformanceVerdict.Broken, detail, fix);
}
