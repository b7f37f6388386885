using Backtest.Abstractions.Runtime;
using Backtest.Engine;

namespace Backtest.Research;

/// <summary>Finds and creates search methods: the built-in ones and those of plugins.</summary>
internal static class SearchMethods
{
    /// <summary>Creates the method a search names.</summary>
    /// <param name="config">The method's section of the run file.</param>
    /// <param name="plugins">Where methods of plugins are found.</param>
    /// <exception cref="InputException">There is no such method, or its parameters are invalid.</exception>
    public static ISearchMethod Create(SearchMethodConfig config, IReadOnlyList<IPluginSource> plugins)
    {
        IReadOnlyList<IPluginSource> sources = [new PluginSet(typeof(SearchMethods).Assembly), .. plugins];
        PluginFactory? found = sources.Select(source => source.Find(PluginKind.SearchMethod, config.Type)).FirstOrDefault(factory => factory is not null);
        if (found is not SearchMethodFactory factory)
        {
            throw new InputException(new InputError("unknown_plugin", $"there is no search method '{config.Type}'")
            {
                Key = "search.method.type",
                Position = config.Position,
                Fix = NearestName.Advice(config.Type, [.. sources.SelectMany(source => source.Ids(PluginKind.SearchMethod)).Distinct()]),
            });
        }

        var context = new BindingContext();
        var errors = new ParameterErrors(config.Parameters, "search.method.parameters");
        factory.Validate(config.Parameters, context, errors);
        errors.ThrowIfAny();
        return factory.Create(config.Parameters, context);
    }
}
