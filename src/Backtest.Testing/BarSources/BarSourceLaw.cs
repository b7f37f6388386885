namespace Backtest.Testing;

/// <summary>Something every bar source must obey.</summary>
/// <param name="name">The law's name.</param>
internal abstract class BarSourceLaw(string name)
{
    /// <summary>Examines whether a source obeys.</summary>
    public abstract ConformanceFinding Examine(BarSourceExamination examination);

    public ConformanceFinding NotExamined(string detail) => new(name, ConformanceVerdict.NotExamined, detail);

    public ConformanceFinding Broken(string detail, string fix) => new(name, ConformanceVerdict.Broken, detail, fix);

    protected ConformanceFinding Held(string detail) => new(name, ConformanceVerdict.Held, detail);

    protected ConformanceFinding DoesNotApply(string detail) => new(name, ConformanceVerdict.DoesNotApply, detail);
}
