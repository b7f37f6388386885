using Backtest.Abstractions.Runtime;
using Backtest.Engine;

namespace Backtest.Research;

/// <summary>The places of a run's plugins.</summary>
internal sealed class RunPlaces
{
    private readonly Dictionary<(PluginKind Kind, string Id), List<string>> _containers = [];
    private readonly Dictionary<string, PortfolioConfig> _portfolios = [];
    private readonly Dictionary<string, string> _classifiers = [];
    private readonly HashSet<string> _members = [];

    public RunPlaces(WorkflowConfig config)
    {
        foreach (ClassifierConfig classifier in config.Classifiers)
        {
            _classifiers[classifier.Name] = classifier.Type;
            Add(PluginKind.Classifier, classifier.Type, classifier.Name);
            foreach (PortfolioConfig portfolio in classifier.Portfolios)
                Add($"{classifier.Name}/{portfolio.Name}", portfolio);
        }

        foreach (PortfolioConfig portfolio in config.Portfolios)
            Add(portfolio.Name, portfolio);
    }

    /// <summary>Whether a strategy plugin is used in any container of strategies.</summary>
    public bool IsMember(string strategy) => _members.Contains(strategy);

    /// <summary>The containers that use a plugin, as paths.</summary>
    public string ContainersOf(PluginKind kind, string id) =>
        _containers.TryGetValue((kind, id), out List<string>? paths) ? string.Join(", ", paths.Distinct()) : "";

    /// <summary>Whether a path is that of a classifier.</summary>
    public bool IsClassifier(string path) => _classifiers.ContainsKey(path);

    /// <summary>The plugins of a container, in the order of the run file.</summary>
    public string PluginsIn(string path) =>
        string.Join(", ", _containers.Where(entry => entry.Value.Contains(path)).Select(entry => entry.Key.Id));

    /// <summary>The plugins of the run.</summary>
    public IEnumerable<(PluginKind Kind, string Id)> Plugins => _containers.Keys;

    /// <summary>The path of a portfolio.</summary>
    public static string PathOf(PortfolioDescription portfolio) =>
        portfolio.Classifier is { } classifier ? $"{classifier}/{portfolio.Name}" : portfolio.Name;

    /// <summary>The plugin of a classifier, by the classifier's name.</summary>
    public string ClassifierOf(string name) => _classifiers.GetValueOrDefault(name, name);

    /// <summary>The risk manager of a portfolio, by its path.</summary>
    public string RiskOf(string path) => _portfolios.TryGetValue(path, out PortfolioConfig? portfolio) ? portfolio.Risk.Type : "";

    /// <summary>The strategy or container of a portfolio, by the portfolio's path and its name.</summary>
    public (PluginKind Kind, string Id) StrategyOf(string path, string name)
    {
        StrategyConfig? strategy = _portfolios.GetValueOrDefault(path)?.Strategies.FirstOrDefault(strategy => strategy.Name == name);
        return (strategy?.Strategies is null ? PluginKind.Strategy : PluginKind.Container, strategy?.Type ?? name);
    }

    private void Add(string path, PortfolioConfig portfolio)
    {
        _portfolios[path] = portfolio;
        Add(PluginKind.RiskManager, portfolio.Risk.Type, path);
        foreach (StrategyConfig strategy in portfolio.Strategies)
            Add(path, strategy, isMember: false);
    }

    private void Add(string path, StrategyConfig strategy, bool isMember)
    {
        Add(strategy.Strategies is null ? PluginKind.Strategy : PluginKind.Container, strategy.Type, path);
        if (isMember)
            _members.Add(strategy.Type);
        foreach (StrategyConfig member in strategy.Strategies ?? [])
            Add($"{path}/{strategy.Name}", member, isMember: true);
    }

    private void Add(PluginKind kind, string id, string path)
    {
        if (!_containers.TryGetValue((kind, id), out List<string>? paths))
            _containers.Add((kind, id), paths = []);
        paths.Add(path);
    }
}
