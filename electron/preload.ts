import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { createDesktopBridge } from './desktop-bridge.ts'

contextBridge.exposeInMainWorld('xinhuo', createDesktopBridge(ipcRenderer, webUtils, process.platform))
