// What `import … from 'obsidian'` gives. A name exported here counts before the same name of the mocks below; two `export *` would
// drop it silently, so there is one.
export * from 'obsidian-test-mocks/obsidian';

export { App } from './app.ts';
export { Component } from './component.ts';
export { debounce } from './debounce.ts';
export { Events } from './events.ts';
export { FileManager } from './file-manager.ts';
export { TAbstractFile, TFile, TFolder, normalizePath } from './files.ts';
export { parseYaml, stringifyYaml } from './frontmatter.ts';
export {
  apiVersion,
  getFrontMatterInfo,
  getLanguage,
  iterateCacheRefs,
  iterateRefs,
  requireApiVersion,
  stripHeading,
  stripHeadingForLink,
} from './functions.ts';
export { getLinkpath, parseLinktext, resolveSubpath } from './links.ts';
export { MarkdownPreviewRenderer, MarkdownRenderChild, MarkdownRenderer, sanitizeHTMLToDom } from './markdown/index.ts';
export { MetadataCache } from './metadata/cache.ts';
export { Platform } from './platform.ts';
export { Plugin } from './plugin.ts';
export { SecretStorage } from './secrets.ts';
export {
  AbstractTextComponent,
  BaseComponent,
  ButtonComponent,
  ColorComponent,
  DisplayValueComponent,
  DropdownComponent,
  ExtraButtonComponent,
  MomentFormatComponent,
  PluginSettingTab,
  ProgressBarComponent,
  SearchComponent,
  SecretComponent,
  Setting,
  SettingGroup,
  SettingPage,
  SettingTab,
  SliderComponent,
  TextAreaComponent,
  TextComponent,
  ToggleComponent,
  ValueComponent,
} from './settings/index.ts';
export { getAllTags, parseFrontMatterTags } from './tags.ts';
export { Tasks } from './tasks.ts';
export { Vault } from './vault.ts';
export {
  AbstractInputSuggest,
  ConfirmationButton,
  ConfirmationModal,
  FuzzySuggestModal,
  HoverPopover,
  Keymap,
  Menu,
  MenuItem,
  MenuSeparator,
  Modal,
  Notice,
  PopoverState,
  PopoverSuggest,
  Scope,
  SuggestModal,
  addIcon,
  displayTooltip,
  finishRenderMath,
  getIcon,
  getIconIds,
  loadMathJax,
  prepareFuzzySearch,
  prepareSimpleSearch,
  removeIcon,
  renderMatches,
  renderMath,
  renderResults,
  setIcon,
  setTooltip,
  sortSearchResults,
} from './widgets/index.ts';
export { EditableFileView, FileView, TextFileView } from './workspace/file-view.ts';
export {
  WorkspaceItem,
  WorkspaceParent,
  WorkspaceRoot,
  WorkspaceSidedock,
  WorkspaceSplit,
  WorkspaceTabs,
} from './workspace/item.ts';
export { WorkspaceLeaf } from './workspace/leaf.ts';
export { MarkdownView } from './workspace/markdown-view.ts';
export { ItemView, View } from './workspace/view.ts';
export { Workspace } from './workspace/workspace.ts';
