using System.CommandLine;
using Backtest.Cli.Composition;
using Backtest.Cli.Graphs;
using Backtest.Engine;

namespace Backtest.Cli.Commands;

/// <summary><c>backtest graph</c>: shows the container tree and the compiled event flow.</summary>
internal static class GraphCommand
{
    public static Command Create()
    {
        RunFileInput input = new();
        Option<string> format = new("--format") { Description = "The format to draw.", DefaultValueFactory = _ => "tree" };
        format.AcceptOnlyFromAmong("tree", "mermaid", "dot");
        Option<bool> all = new("--all")
        {
            Description = "Also shows the handler at each end, the fields behind reads, and what plugins handle.",
        };
        Command command = new("graph", "Shows the container tree and the compiled event flow.") { format, all };
        input.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            using Workspace workspace = input.Open(parsed);
            IReadOnlyList<PluginUse> plugins = workspace.LoadPlugins();
            using IWorkflowManager manager = workspace.CreateManager();
            RunGraph graph = new(manager.Build(cancellation), manager.Flows, plugins);
            parsed.InvocationConfiguration.Output.Write(parsed.GetValue(format) switch
            {
                "mermaid" => MermaidWriter.Write(graph.ToDiagram(parsed.GetValue(all))),
                "dot" => DotWriter.Write(graph.ToDiagram(parsed.GetValue(all))),
                _ => TreeWriter.Write(graph, parsed.GetValue(all)),
            });
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
