using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Backtest.Cli.Output;
using Backtest.Cli.Runs;
using Backtest.Results;

namespace Backtest.Cli.Commands;

/// <summary><c>backtest why</c>: explains a fill, a trade or a signal, or why a run did not trade.</summary>
internal static class WhyCommand
{
    private const string DayFormat = "yyyy-MM-dd";

    public static Command Create()
    {
        RunInput runs = new();
        RunDataInput data = new();
        Argument<string> run = RunInput.Argument();
        Argument<string?> item = new("ITEM")
        {
            Description = "A fill by its id, such as 17 or conservative/17, or order:17, signal:17 or trade:17.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<string?> symbol = new("--symbol") { Description = "Explains why this symbol was not traded. Use it with --at.", HelpName = "SYMBOL" };
        Option<DateOnly?> at = new("--at")
        {
            Description = "The day to explain, such as 2008-10-10: the day a bar starts, in UTC.",
            HelpName = "DAY",
            CustomParser = ReadDay,
        };
        Option<string?> portfolio = new("--portfolio") { Description = "The portfolio to explain. Default: all.", HelpName = "NAME" };
        Option<bool> json = Options.Json();
        Command command = new("why", "Explains why something was traded, or why not: backtest why latest 17, or backtest why latest --symbol SPX --at 2008-10-10.")
        {
            run, item, symbol, at, portfolio, json,
        };
        runs.AddTo(command);
        data.AddTo(command);
        command.Validators.Add(result =>
        {
            bool hasItem = result.GetValue(item) is not null;
            bool hasDay = result.GetValue(symbol) is not null && result.GetResult(at) is not null;
            if (hasItem == hasDay)
                result.AddError("Name a fill, order, signal or trade, or both --symbol and --at.");
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            StoredRun opened = runs.Open(parsed, parsed.GetRequiredValue(run));
            Explanation explanation;
            string? missing;
            if (parsed.GetValue(item) is { } named)
            {
                RunExplainer explainer = new(opened);
                RunItem asked = RunItem.Parse(named);
                (ObservedBars? bars, missing) = await ObserveAsync(explainer.MomentsOf(asked));
                explanation = explainer.Explain(asked, bars);
            }
            else
            {
                SilenceExplainer explainer = new(opened, parsed.GetRequiredValue(symbol)!, parsed.GetValue(at)!.Value, parsed.GetValue(portfolio));
                (ObservedBars? bars, missing) = await ObserveAsync([explainer.Moment]);
                explanation = explainer.Explain(bars);
            }

            if (parsed.GetValue(json))
                JsonText.Write(parsed.InvocationConfiguration.Output, ExplanationText.ToJson(opened, explanation));
            else
                ExplanationText.Write(parsed.InvocationConfiguration.Output, opened, explanation);
            if (missing is not null)
                parsed.InvocationConfiguration.Error.WriteLine($"no bars: {missing}");
            return ExitCode.Done;

            Task<(ObservedBars?, string?)> ObserveAsync(IReadOnlyList<BarMoment> moments) =>
                RunData.ObserveAsync(opened, () => data.Open(parsed, opened), moments, cancellation);
        });
        return command;
    }

    private static DateOnly? ReadDay(ArgumentResult argument)
    {
        string text = argument.Tokens[0].Value;
        if (DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
            return day;
        argument.AddError($"'{text}' is not a valid day. Write, for example, 2008-10-10.");
        return null;
    }
}
