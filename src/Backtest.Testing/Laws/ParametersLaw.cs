using System.Text.Json;

namespace Backtest.Testing;

/// <summary>
/// The schema is correct. The binder accepts what it allows and refuses what it does not allow; if the plugin's own Validate also accepts a bound,
/// the plugin can be built and run with it.
/// </summary>
internal sealed class ParametersLaw : Law
{
    private const int Bars = 40;

    private static readonly string[] BinderCodes = ["out_of_range", "wrong_type", "unknown_value", "unknown_key"];

    public override string Name => LawNames.Parameters;

    public override ConformanceFinding Examine(Examination examination)
    {
        IReadOnlyList<InputError> errors = Errors(examination, examination.Parameters);
        if (errors.Count > 0 && errors.All(error => error.Code == "missing_key"))
            return NotExamined($"it needs parameters: {Words(errors)}", "Use valid parameters.");
        if (errors.Count > 0)
            return Broken($"the defaults are rejected: {Words(errors)}", "Choose defaults that Validate and the bounds accept.");
        if (examination.Schema is null)
            return DoesNotApply("it is not listed, so it has no schema");
        using JsonDocument schema = JsonDocument.Parse(examination.Schema);
        return Examine(examination, schema.RootElement);
    }

    private ConformanceFinding Examine(Examination examination, JsonElement schema)
    {
        int allowed = 0;
        int refused = 0;
        var cross = new List<string>();
        foreach (ParameterSite site in ParameterSite.All(schema, examination.Parameters))
        {
            foreach (ParameterTrial trial in ParameterTrial.At(site, examination.Parameters))
            {
                if (Broken(examination, site, trial, cross) is { } broken)
                    return broken;
                if (trial.IsAllowed)
                    allowed++;
                else
                    refused++;
            }
        }

        string rules = cross.Count == 0 ? "" : $"; Validate rejects {string.Join(", ", cross)} in combination with the other values";
        return Held(FormattableString.Invariant($"{allowed} bounds accepted, {refused} values beyond them or of another type rejected{rules}"));
    }

    private ConformanceFinding? Broken(Examination examination, ParameterSite site, ParameterTrial trial, List<string> cross)
    {
        string what = site.Path.Length == 0 ? trial.Value : $"{site.Path} = {trial.Value}";
        IReadOnlyList<InputError> errors;
        try
        {
            errors = Errors(examination, trial.Parameters);
        }
        catch (Exception exception) when (exception is not InputException)
        {
            return Broken($"{what}: Validate threw {exception.GetType().Name}: {exception.Message}", "Report errors instead of throwing.");
        }

        if (!trial.IsAllowed)
            return errors.Count > 0 ? null : Broken($"{what} is accepted, but the schema does not allow it", "Build it with Backtest.Sdk; leave binding to the generator.");
        if (errors.FirstOrDefault(error => BinderCodes.Contains(error.Code)) is { } error)
            return Broken($"{what} is rejected, but the schema allows it: {error.Message}", "Build it with Backtest.Sdk; leave binding to the generator.");
        if (errors.Count == 0)
            return CannotRun(examination, trial.Parameters, what);
        cross.Add(what);
        return null;
    }

    private ConformanceFinding? CannotRun(Examination examination, ParameterMap parameters, string what)
    {
        const string Fix = "Narrow the bounds of the attribute, or reject the value in Validate.";
        try
        {
            var setup = new TrialSetup { Bars = TrialBars.Walks(Bars, examination.Timeframe), FirstSignal = int.MaxValue };
            return examination.Run(setup, parameters: parameters).Fault is { } fault
                ? Broken($"with {what}, which is accepted, it threw {fault.Exception.GetType().Name}: {fault.Message}", Fix)
                : null;
        }
        catch (InputException exception)
        {
            if (MissingIndicator(exception) is { } missing)
                return missing;
            return Broken($"with {what}, which is accepted, it cannot be built: {exception.Message.ReplaceLineEndings(" ")}", Fix);
        }
    }

    private static IReadOnlyList<InputError> Errors(Examination examination, ParameterMap parameters) =>
        TestParameters.Errors(examination.Factory, parameters, examination.Context);

    private static string Words(IReadOnlyList<InputError> errors) => string.Join("; ", errors.Select(error => error.Message));
}
