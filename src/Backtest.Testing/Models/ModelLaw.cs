namespace Backtest.Testing;

/// <summary>Something every plugin of a kind must obey that the host asks questions of, rather than runs.</summary>
/// <param name="name">The law's name.</param>
/// <param name="held">What holds, where it does.</param>
/// <param name="fix">How to mend what does not.</param>
/// <param name="problem">Looks for what breaks it; <see langword="null"/>: nothing does.</param>
internal sealed class ModelLaw(string name, string held, string fix, Func<string?> problem)
{
    /// <summary>Examines law after law. Each rests on those before: what breaks one would seem to break others.</summary>
    public static IReadOnlyList<ConformanceFinding> Examine(IEnumerable<ModelLaw> laws)
    {
        var findings = new List<ConformanceFinding>();
        foreach (ModelLaw law in laws)
        {
            findings.Add(findings.Find(finding => !finding.Passed) is { } before
                ? law.NotExamined($"it depends on '{before.Law}', which does not hold")
                : law.Examine());
        }

        return findings;
    }

    /// <summary>The finding where the law could not be judged.</summary>
    public ConformanceFinding NotExamined(string detail) => new(name, ConformanceVerdict.NotExamined, detail);

    private ConformanceFinding Examine()
    {
        try
        {
            return problem() is { } found
                ? new ConformanceFinding(name, ConformanceVerdict.Broken, found, fix)
                : new ConformanceFinding(name, ConformanceVerdict.Held, held);
        }
        catch (UnexaminedException exception)
        {
            return NotExamined(exception.Message);
        }
        catch (Exception exception)
        {
            return new ConformanceFinding(
                name, ConformanceVerdict.Broken, $"it threw {exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}", "Fix the exception.");
        }
    }
}
