namespace Backtest.Testing;

/// <summary>Asks a model questions and looks at its answers.</summary>
/// <param name="create">Makes a new one.</param>
/// <typeparam name="TModel">What it is.</typeparam>
internal abstract class ModelProbe<TModel>(Func<TModel> create) : IModelProbe
{
    private const string Determinism = "Base each answer only on the question: use no clock, randomness or culture, and keep nothing between questions.";

    /// <summary>What is asked, each with what its answer is as a text.</summary>
    protected abstract IReadOnlyList<ModelQuestion<TModel>> Questions { get; }

    /// <summary>What answers have to be, as the mend of one that is not.</summary>
    protected abstract string Sense { get; }

    /// <summary>The laws of this kind of model alone.</summary>
    protected virtual IEnumerable<ModelLaw> OwnLaws => [];

    /// <inheritdoc/>
    public IReadOnlyList<ModelLaw> Laws =>
    [
        new(LawNames.Runs, FormattableString.Invariant($"{Questions.Count} questions have valid answers"), Sense, Senseless),
        new(LawNames.Determinism, "the answers are the same when asked again, in another order, in a new instance, in another culture and in another time zone", Determinism, Changing),
        .. OwnLaws,
    ];

    /// <summary>Makes a new model.</summary>
    protected TModel Create() => create();

    private string? Senseless()
    {
        TModel model = create();
        foreach (ModelQuestion<TModel> question in Questions)
        {
            string answer;
            try
            {
                answer = question.Answer(model);
            }
            catch (Exception exception)
            {
                return $"for {question.Text}, it threw {exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}";
            }

            if (question.Problem(model) is { } problem)
                return $"for {question.Text}, it answers {answer}, which {problem}";
        }

        return null;
    }

    private string? Changing()
    {
        TModel used = create();
        string[] known = [.. Questions.Select(question => question.Answer(used))];
        if (Difference(used, known, Enumerable.Range(0, known.Length).Reverse()) is { } again)
            return $"when asked again in another order, {again}";
        if (Difference(create(), known) is { } anew)
            return $"in a new instance, {anew}";
        using (new OtherCulture())
        {
            if (Difference(create(), known) is { } elsewhere)
                return $"in {OtherCulture.Name}, {elsewhere}";
        }

        using var zone = new OtherTimeZone();
        return Difference(create(), known) is { } moved ? $"in the time zone {zone.Name}, {moved}" : null;
    }

    private string? Difference(TModel model, string[] known, IEnumerable<int>? order = null)
    {
        foreach (int place in order ?? Enumerable.Range(0, known.Length))
        {
            string answer = Questions[place].Answer(model);
            if (answer != known[place])
                return $"the answer for {Questions[place].Text} is {answer}, but was {known[place]}";
        }

        return null;
    }
}
