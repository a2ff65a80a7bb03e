using Teleservices.Platform.Pipeline;

namespace Teleservices.Architecture.Tests;

/// <summary>What a module may show: its public queries, the orders that the command line gives, and the records that they answer with.</summary>
internal static class Public
{
    public static bool IsQueryOrAnswer(Type type) => IsQuery(type) || Answers(type.Assembly).Contains(type);

    private static bool IsQuery(Type type) => QueryOf(type) is not null;

    private static Type? QueryOf(Type type) => type.GetInterfaces()
        .FirstOrDefault(contract => contract.IsGenericType && (contract.GetGenericTypeDefinition() == typeof(IQuery<>) || contract.GetGenericTypeDefinition() == typeof(ICommand<>)));

    private static HashSet<Type> Answers(System.Reflection.Assembly assembly)
    {
        var answers = new HashSet<Type>();
        foreach (var query in assembly.GetExportedTypes().Where(IsQuery))
        {
            Collect(QueryOf(query)!.GenericTypeArguments[0], answers);
            foreach (var property in query.GetProperties())
            {
                Collect(property.PropertyType, answers);
            }
        }

        return answers;
    }

    private static void Collect(Type type, HashSet<Type> answers)
    {
        foreach (var argument in type.IsGenericType ? type.GenericTypeArguments : type.IsArray ? [type.GetElementType()!] : [])
        {
            Collect(argument, answers);
        }

        if (type.Namespace?.StartsWith("Teleservices", StringComparison.Ordinal) == true && answers.Add(type))
        {
            foreach (var property in type.GetProperties())
            {
                Collect(property.PropertyType, answers);
            }
        }
    }
}
