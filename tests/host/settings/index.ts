export { ButtonComponent, ExtraButtonComponent } from './button.ts';
export { ColorComponent } from './color.ts';
export { BaseComponent, ValueComponent } from './component.ts';
export { DisplayValueComponent } from './display-value.ts';
export { SettingGroup } from './group.ts';
export { SettingPage } from './page.ts';
export { Setting } from './setting.ts';
export { PluginSettingTab, SettingTab } from './tab.ts';
export {
  AbstractTextComponent,
  MomentFormatComponent,
  SearchComponent,
  SecretComponent,
  TextAreaComponent,
  TextComponent,
} from './text.ts';
export { DropdownComponent, ProgressBarComponent, SliderComponent, ToggleComponent } from './values.ts';
