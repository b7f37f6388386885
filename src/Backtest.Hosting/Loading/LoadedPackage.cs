using System.Reflection;
using System.Runtime.Loader;
using Backtest.Abstractions.Runtime;
using McMaster.NETCore.Plugins.Loader;

namespace Backtest.Hosting;

/// <summary>A package in its load context.</summary>
internal sealed class LoadedPackage : IDisposable
{
    private readonly Assembly _assembly;

    private LoadedPackage(string id, AssemblyLoadContext context, Assembly assembly, string sha256)
    {
        Id = id;
        Context = context;
        _assembly = assembly;
        Sha256 = sha256;
    }

    /// <summary>The package's id.</summary>
    public string Id { get; }

    /// <summary>Where its assemblies live.</summary>
    public AssemblyLoadContext Context { get; }

    /// <summary>The SHA-256 of the content that was loaded.</summary>
    public string Sha256 { get; }

    /// <summary>Copies a package and loads the copy.</summary>
    /// <exception cref="InputException">The copy is not whole, is not what a lock file pins, or the assembly cannot be loaded.</exception>
    public static LoadedPackage Load(
        PluginPackage package, string copy, IReadOnlyList<Assembly> sharedAssemblies, bool isCollectible, PluginLocks? locks)
    {
        AssemblyLoadContext? context = null;
        try
        {
            PackageCopy.Make(package, copy);
            // The copy is what is hashed, checked and loaded: the folder may change meanwhile.
            string sha256 = PackageContent.Sha256(copy);
            locks?.ThrowIfRefused(package, sha256);
            PackageCopy.Check(package, copy);
            string main = Path.Combine(copy, package.Id + ".dll");
            context = ContextOf(main, sharedAssemblies, isCollectible);
            return new LoadedPackage(package.Id, context, context.LoadFromAssemblyPath(main), sha256);
        }
        catch (Exception exception) when (exception is not InputException)
        {
            // What a damaged file makes the runtime throw is written down nowhere.
            Unload(context);
            throw new InputException(Error(package, $"the assembly cannot be loaded: {exception.Message}"));
        }
    }

    /// <summary>Makes the factory of one of its plugins, and has it describe the plugin once: both run code of the plugin.</summary>
    /// <exception cref="InputException">It is not there, throws, or is not what this host knows as a factory.</exception>
    public PluginFactory CreateFactory(PluginChoice choice)
    {
        Type type;
        try
        {
            type = _assembly.GetType(choice.Listing.Factory, throwOnError: true)!;
            if (typeof(PluginFactory).IsAssignableFrom(type))
            {
                var factory = (PluginFactory)Activator.CreateInstance(type)!;
                _ = factory.Descriptor;
                return factory;
            }
        }
        catch (Exception exception)
        {
            string reason = exception.GetBaseException().Message;
            throw new InputException(Error(choice.Package, $"the factory of '{choice.Listing.Id}' cannot be made: {reason}"));
        }

        string found = ForeignBase(type) is { } foreign
            ? $"'{choice.Listing.Id}' is built on another copy of {foreign.GetName().Name} ({foreign.Location})"
            : $"the factory of '{choice.Listing.Id}' is no {nameof(PluginFactory)}";
        throw new InputException(Error(choice.Package, found));
    }

    /// <inheritdoc/>
    public void Dispose() => Unload(Context);

    // McMaster's PluginLoader would look into the runtime configuration of the host for more folders, which a plugin must not depend on.
    private static AssemblyLoadContext ContextOf(string main, IReadOnlyList<Assembly> sharedAssemblies, bool isCollectible)
    {
        AssemblyLoadContextBuilder builder = new();
        builder.SetMainAssemblyPath(main);
        if (isCollectible)
            builder.EnableUnloading();
        foreach (Assembly shared in sharedAssemblies)
            builder.PreferDefaultLoadContextAssembly(shared.GetName());
        return builder.Build();
    }

    private static void Unload(AssemblyLoadContext? context)
    {
        if (context is { IsCollectible: true })
            context.Unload();
    }

    private static Assembly? ForeignBase(Type type)
    {
        for (Type? ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.FullName == typeof(PluginFactory).FullName)
                return ancestor.Assembly;
        }

        return null;
    }

    private static InputError Error(PluginPackage package, string message) => new("plugin_load", message)
    {
        Position = new SourcePosition(package.AssemblyPath),
        Fix = "Build the plugin again with Backtest.Sdk and copy its whole output folder.",
    };
}
