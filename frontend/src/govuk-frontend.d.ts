declare module "govuk-frontend" {
  type Component = new (root: Element) => object;
  export const ErrorSummary: Component;
  export const ExitThisPage: Component;
  export const SkipLink: Component;
  export function createAll(component: Component): object[];
}
